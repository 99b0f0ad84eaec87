import { Entity } from '@backstage/catalog-model';
import {
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
  WatchedKind,
} from '@portal-operations/plugin-label-contract-common';
import { deploymentOf } from './objects/deploymentOf';
import { namespaceOf } from './objects/namespaceOf';
import { podOf } from './objects/podOf';
import { replicaSetOf } from './objects/replicaSetOf';
import { endpointSliceOf, serviceOf } from './objects/serviceOf';
import { SimulatedWorkload } from './SimulatedWorkload';

/** Workloads of one entity, of one namespace, and of one cluster. */
const PER_ENTITY = 5;
const PER_NAMESPACE = 20;
const PER_CLUSTER = 5_000;
const PODS = 3;

const PARTS = ['api', 'worker', 'web', 'mailer', 'import'];
const DOMAINS = ['payments', 'inventory', 'checkout', 'shipping', 'search'];
const THINGS = ['gateway', 'ledger', 'catalogue', 'pricing', 'returns'];

/** Kinds that are simulated, in the order in which the portal lists them. */
export const SIMULATED_KINDS = [
  'Deployment',
  'ReplicaSet',
  'Pod',
  'Service',
  'EndpointSlice',
  'Namespace',
] as const satisfies readonly WatchedKind[];

/** One of them. */
export type SimulatedKind = (typeof SIMULATED_KINDS)[number];

/**
 * Many clusters with many workloads, the same in each run: Deployments with their current ReplicaSet and
 * three Pods, and a Service with its EndpointSlice for every third. Every entity claims five of them, mostly
 * by its id, a few by a selector, and a few forgot to. A few workloads of a hundred crash, or carry a label
 * that is misspelt, or none.
 */
export class SimulatedFleet {
  readonly #size: number;

  constructor(workloads: number) {
    this.#size = workloads;
  }

  /** Names of the clusters. */
  clusters(): string[] {
    const count = Math.ceil(this.#size / PER_CLUSTER);
    return Array.from({ length: count }, (_, number) => clusterName(number));
  }

  /** Everything of one kind on one cluster, as the API server would send it: JSON, an object each. */
  *objectsOn(cluster: string, kind: SimulatedKind): Iterable<string> {
    const first = this.clusters().indexOf(cluster) * PER_CLUSTER;
    const end = Math.min(first + PER_CLUSTER, this.#size);
    for (let number = first; number < end; number++) {
      yield* objectsOf(workload(number), kind);
    }
  }

  /** Number of entities. */
  get entityCount(): number {
    return Math.ceil(this.#size / PER_ENTITY);
  }

  /** An entity by its number, as the catalog has it. */
  entity(number: number): Entity {
    const name = entityName(number);
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name,
        namespace: 'default',
        annotations: claimOf(number, name),
      },
      spec: { type: 'service', lifecycle: 'production' },
      relations: [
        { type: 'ownedBy', targetRef: `group:default/${teamOf(number)}` },
      ],
    };
  }

  /** An entity that asks for everything of five teams, some five hundred workloads. */
  wideEntity(): Entity {
    const teams = [0, 1, 2, 3, 4].map(team => teamOf(team * 20));
    const entity = this.entity(0);
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        name: 'platform',
        annotations: {
          [KUBERNETES_LABEL_SELECTOR]: `team in (${teams.join(', ')})`,
        },
      },
    };
  }

  *entities(): Iterable<Entity> {
    for (let number = 0; number < this.entityCount; number++) {
      yield this.entity(number);
    }
    yield this.wideEntity();
  }
}

function* objectsOf(
  each: SimulatedWorkload,
  kind: SimulatedKind,
): Iterable<string> {
  switch (kind) {
    case 'Deployment':
      yield deploymentOf(each);
      return;
    case 'ReplicaSet':
      yield replicaSetOf(each);
      return;
    case 'Pod':
      for (let pod = 0; pod < PODS; pod++) {
        yield podOf(each, pod);
      }
      return;
    case 'Service':
      if (each.hasService) {
        yield serviceOf(each);
      }
      return;
    case 'EndpointSlice':
      if (each.hasService) {
        yield endpointSliceOf(each);
      }
      return;
    case 'Namespace':
      if (each.number % PER_NAMESPACE === 0) {
        yield namespaceOf(each);
      }
      return;
    default:
      kind satisfies never;
  }
}

function workload(number: number): SimulatedWorkload {
  const entity = Math.floor(number / PER_ENTITY);
  const service = entityName(entity);
  return {
    number,
    cluster: clusterName(Math.floor(number / PER_CLUSTER)),
    namespace: `${teamOf(entity)}-${Math.floor(number / PER_NAMESPACE)}`,
    name: `${service}-${PARTS[number % PARTS.length]}`,
    part: PARTS[number % PARTS.length],
    service,
    team: teamOf(entity),
    id: idOf(number, service),
    hasService: number % 3 === 0,
    isCrashing: number % 50 === 7,
    hasSidecar: number % 4 === 0,
  };
}

function claimOf(number: number, name: string): Record<string, string> {
  if (number % 30 === 4) {
    return {};
  }
  return number % 20 === 11
    ? { [KUBERNETES_LABEL_SELECTOR]: `app.kubernetes.io/instance=${name}` }
    : { [KUBERNETES_ID]: name };
}

/** What stands under the contract label: mostly what is claimed. */
function idOf(number: number, service: string): string | undefined {
  if (number % 40 === 3) {
    return undefined;
  }
  return number % 40 === 9 ? service.replaceAll('-', '_') : service;
}

function clusterName(number: number): string {
  return `prod-eu-${number + 1}`;
}

function entityName(number: number): string {
  const domain = DOMAINS[number % DOMAINS.length];
  const thing = THINGS[Math.floor(number / DOMAINS.length) % THINGS.length];
  return `${domain}-${thing}-${wordOf(number)}`;
}

/** Names of services have letters where others count: numbers would make twins of all of them. */
function wordOf(number: number): string {
  const letters = 'bcdfghjklmnpqrst';
  const vowels = 'aeio';
  let rest = number;
  let word = '';
  for (let syllable = 0; syllable < 4; syllable++) {
    word += letters[rest % letters.length];
    rest = Math.floor(rest / letters.length);
    word += vowels[(rest + syllable) % vowels.length];
  }
  return word;
}

function teamOf(entity: number): string {
  return `team-${wordOf(Math.floor(entity / 20)).slice(0, 6)}`;
}
