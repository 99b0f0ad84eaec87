import { Entity } from '@backstage/catalog-model';
import {
  ClusterFacts,
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
  LABEL_CONTRACT,
  Labels,
  WatchState,
} from '@portal-operations/plugin-label-contract-common';
import { minutesAgo, makeWorkload, Place, Situation } from './makeWorkload';
import { Fleet, FleetWorkload, Service, Term } from './Fleet';
import { Random } from './createRandom';

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
];

/** How a workload of a habit is labelled; the label `app` is always its name. */
export interface DeployOptions {
  readonly name: string;
  readonly labels?: Labels;
  readonly place?: Place;
  readonly situation?: Situation;
  readonly earlierLabels?: Labels;
  readonly isOptedOut?: boolean;
}

export interface RegisterOptions {
  readonly name: string;
  readonly kind?: string;
  readonly lifecycle?: string;
  /** The label that it claims; undefined where it claims nothing. */
  readonly term?: Term;
  /** Narrows the claim. */
  readonly namespace?: string;
  /** Writes the claim as a selector, though the key is that of the id. */
  readonly asSelector?: boolean;
  readonly isOptedOut?: boolean;
  readonly workloads?: readonly FleetWorkload[];
}

/** Gathers a fleet, one habit after the other. */
export class FleetBuilder {
  readonly #services: Service[] = [];
  readonly #workloads: FleetWorkload[] = [];
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
    const { name, labels = {}, situation = 'steady', earlierLabels } = options;
    const withApp = (others: Labels) => ({ app: name, ...others });
    const workload = makeWorkload({
      ...(options.place ?? place),
      name,
      labels: withApp(labels),
      replicas: 1 + this.random.below(3),
      situation,
      earlierLabels: earlierLabels && withApp(earlierLabels),
      isOptedOut: options.isOptedOut,
    });
    this.#workloads.push(workload);
    return workload;
  }

  /** Adds an entity, and says which workloads its claim finds. */
  register(options: RegisterOptions): void {
    const { term, isOptedOut = false, workloads = [] } = options;
    this.#services.push({
      entity: makeEntity(options),
      claim: claimStateOf({ term, isOptedOut }),
      term,
      workloads:
        term && !isOptedOut
          ? workloads
              .filter(({ deployment }) => !deployment.isOptedOut)
              .map(({ deployment }) => deployment.uid)
          : [],
    });
  }

  /** What was gathered. Of a cluster that was never listed nothing is known, so its objects go. */
  build(name: string, clusters: readonly ClusterFacts[]): Fleet {
    const unseen = new Set(
      clusters
        .filter(({ watches }) => !('asOf' in watches.Pod))
        .map(cluster => cluster.name),
    );
    const workloads = this.#workloads.filter(
      ({ deployment }) => !unseen.has(deployment.cluster),
    );
    const uids = new Set(workloads.map(({ deployment }) => deployment.uid));
    return {
      name,
      clusters,
      workloads,
      services: this.#services.map(service => ({
        ...service,
        workloads: service.workloads.filter(uid => uids.has(uid)),
      })),
    };
  }
}

/** A cluster whose watches are all in one state. */
export function makeCluster(
  name: string,
  kind: WatchState['kind'],
): ClusterFacts {
  const problem = {
    reason: 'unreachable',
    message: `Connection to ${name} timed out.`,
  } as const;
  const states: Record<WatchState['kind'], WatchState> = {
    live: { kind: 'live', asOf: minutesAgo(0) },
    syncing: { kind: 'syncing' },
    stale: {
      kind: 'stale',
      asOf: minutesAgo(30),
      since: minutesAgo(29),
      problem,
    },
    dark: { kind: 'dark', since: minutesAgo(29), problem },
  };
  const state = states[kind];
  return {
    name,
    watches: { Deployment: state, ReplicaSet: state, Pod: state },
  };
}

/** An entity with the annotations of its claim. */
export function makeEntity(options: RegisterOptions): Entity {
  const { name, kind = 'Component', lifecycle = 'production' } = options;
  const { term, namespace, isOptedOut } = options;
  const annotations: Record<string, string> = {};
  if (term && (options.asSelector || term.key !== KUBERNETES_ID)) {
    annotations[KUBERNETES_LABEL_SELECTOR] = `${term.key}=${term.value}`;
  } else if (term) {
    annotations[KUBERNETES_ID] = term.value;
  }
  if (namespace) {
    annotations[KUBERNETES_NAMESPACE] = namespace;
  }
  if (isOptedOut) {
    annotations[LABEL_CONTRACT] = 'ignore';
  }
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', lifecycle, owner: 'platform-team' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/platform-team' }],
  };
}

function claimStateOf(options: {
  term: Term | undefined;
  isOptedOut: boolean;
}): Service['claim'] {
  if (options.isOptedOut) {
    return 'opted-out';
  }
  return options.term ? 'sound' : 'none';
}
