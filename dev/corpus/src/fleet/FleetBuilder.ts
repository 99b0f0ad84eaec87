import {
  ClusterFacts,
  DEFAULT_KUBERNETES_TAB_SETTINGS,
  KubernetesTabSettings,
  LabelChange,
  Labels,
  ManagerFacts,
  NamespaceFacts,
  NodeFacts,
} from '@portal-operations/plugin-label-contract-common';
import { Random } from './createRandom';
import { Bystander, Fleet, FleetWorkload, Place, Service } from './Fleet';
import { isKnown } from './makeCluster';
import { makeCompanions } from './makeCompanions';
import { EntityOptions, makeEntity } from './makeEntity';
import { NODES } from './makePod';
import { makeWorkload, Shape } from './makeWorkload';

const NAMES = [
  'billing',
  'search',
  'ledger',
  'pricing',
  'checkout',
  'refunds',
  'profiles',
  'coupons',
  'warehouse',
  'routing',
  'tickets',
  'reviews',
  'uploads',
  'sessions',
  'invoices',
  'shipping',
  'loyalty',
  'tracking',
  'messages',
  'calendar',
  'glossary',
  'webhooks',
  'insights',
  'payroll',
  'catering',
  'forecast',
  'bookings',
  'vouchers',
  'manuals',
  'geocoder',
  'fraudwatch',
  'newsroom',
  'archive',
  'customs',
  'quotations',
  'handbook',
];

/** All clusters are asked, for everything that the tab can draw. */
const SETTINGS: KubernetesTabSettings = {
  ...DEFAULT_KUBERNETES_TAB_SETTINGS,
  customResources: [
    { group: 'argoproj.io', apiVersion: 'v1alpha1', plural: 'rollouts' },
    {
      group: 'apps.openshift.io',
      apiVersion: 'v1',
      plural: 'deploymentconfigs',
    },
  ],
};

/** How a workload of a habit is labelled; the label `app` is always its name. */
export interface DeployOptions {
  readonly name: string;
  readonly labels?: Labels;
  readonly place?: Place;
  /** A Deployment with nothing going on where not said. */
  readonly shape?: Shape;
  readonly earlierLabels?: Labels;
  readonly manager?: ManagerFacts;
  readonly changes?: readonly LabelChange[];
  readonly isOptedOut?: boolean;
  /** Kind of what controls it, which nobody watches. */
  readonly controllerKind?: string;
}

/** An entity, and what its claim finds. */
export interface RegisterOptions extends EntityOptions {
  readonly workloads?: readonly FleetWorkload[];
  readonly pastClaims?: Service['pastClaims'];
}

/** Gathers a fleet, one habit after the other. */
export class FleetBuilder {
  readonly #services: Service[] = [];
  readonly #workloads: FleetWorkload[] = [];
  readonly #companions: Bystander[] = [];
  readonly #terminating = new Set<string>();
  readonly #names: string[];

  /** @param random - Where all choices come from. */
  constructor(readonly random: Random) {
    this.#names = random.shuffled(NAMES);
  }

  /** A name that nothing in the fleet has yet; undefined when all are used up. */
  takeName(): string | undefined {
    return this.#names.pop();
  }

  /** Adds a workload whose every level carries the same labels. */
  deploy(place: Place, options: DeployOptions): FleetWorkload {
    const { name, labels = {}, earlierLabels, controllerKind } = options;
    const { shape = { kind: 'Deployment', situation: 'steady' } } = options;
    const withApp = (others: Labels) => ({ app: name, ...others });
    const made = makeWorkload(
      {
        ...(options.place ?? place),
        name,
        labels: withApp(labels),
        replicas: 1 + this.random.below(3),
        earlierLabels: earlierLabels && withApp(earlierLabels),
        manager: options.manager,
        isOptedOut: options.isOptedOut,
      },
      shape,
    );
    const workload: FleetWorkload = {
      ...made,
      changes: options.changes,
      top: controllerKind
        ? {
            ...made.top,
            controllerKind,
            controllerUid: `${made.top.uid}/owner`,
          }
        : made.top,
    };
    this.#workloads.push(workload);
    return workload;
  }

  /** Adds what stands beside a workload: its Service and the like. */
  accompany(workload: FleetWorkload, labels: Labels): void {
    this.#companions.push(...makeCompanions(workload, labels));
  }

  /** From now on a namespace is being deleted. */
  terminate({ cluster, namespace }: Place): void {
    this.#terminating.add(`${cluster}/${namespace}`);
  }

  /** Adds an entity, and says which workloads its claim finds. */
  register(options: RegisterOptions): void {
    const { term, isOptedOut = false, workloads = [] } = options;
    this.#services.push({
      entity: makeEntity(options),
      claim: claimStateOf(options),
      term,
      pastClaims: options.pastClaims,
      workloads:
        term && !isOptedOut
          ? workloads
              .map(({ top }) => top)
              .filter(top => !top.isOptedOut)
              .map(({ uid }) => uid)
          : [],
    });
  }

  /** Kinds of workloads that a cluster has. */
  kindsOn(cluster: string): ReadonlySet<string> {
    return new Set(
      this.#workloads
        .filter(({ top }) => top.cluster === cluster)
        .flatMap(({ top, below }) => [
          top.kind,
          ...below.map(each => each.kind),
        ]),
    );
  }

  /** What was gathered. Of a cluster, or a kind on it, that was never listed nothing is known. */
  build(name: string, clusters: readonly ClusterFacts[]): Fleet {
    const isSeen = (object: Bystander | FleetWorkload['top']) =>
      clusters.some(
        cluster =>
          cluster.name === object.cluster && isKnown(cluster, object.kind),
      );
    const workloads = this.#workloads
      .filter(({ top }) => isSeen(top))
      .map(workload => this.#asOfItsNamespace(workload));
    const uids = new Set(workloads.map(({ top }) => top.uid));
    return {
      name,
      clusters,
      settings: SETTINGS,
      workloads,
      bystanders: [
        ...this.#companions,
        ...this.#namespaces(),
        ...nodesOf(clusters),
      ].filter(isSeen),
      services: this.#services.map(service => ({
        ...service,
        workloads: service.workloads.filter(uid => uids.has(uid)),
      })),
    };
  }

  /** In a namespace that is being deleted nothing has to run any more. */
  #asOfItsNamespace(workload: FleetWorkload): FleetWorkload {
    const { cluster, namespace } = workload.top;
    return this.#terminating.has(`${cluster}/${namespace}`)
      ? { ...workload, runs: 'nothing-running' }
      : workload;
  }

  #namespaces(): NamespaceFacts[] {
    const places = new Map(
      this.#workloads.map(({ top }) => [
        `${top.cluster}/${top.namespace}`,
        top,
      ]),
    );
    return [...places].map(([key, { cluster, namespace }]) => ({
      kind: 'Namespace',
      cluster,
      namespace: '',
      name: namespace,
      uid: `${key}/namespace`,
      labels: { 'kubernetes.io/metadata.name': namespace },
      isTerminating: this.#terminating.has(key),
    }));
  }
}

function nodesOf(clusters: readonly ClusterFacts[]): NodeFacts[] {
  return clusters.flatMap(({ name: cluster }) =>
    NODES.map(
      (name): NodeFacts => ({
        kind: 'Node',
        cluster,
        namespace: '',
        name,
        uid: `${cluster}/${name}`,
        labels: { 'kubernetes.io/hostname': name },
        ready: 'True',
      }),
    ),
  );
}

function claimStateOf({ term, isOptedOut }: RegisterOptions): Service['claim'] {
  if (isOptedOut) {
    return 'opted-out';
  }
  return term ? 'sound' : 'none';
}
