import { EntityClaim } from '../claim/EntityClaim';
import { WatchState } from '../facts/Facts';
import { WorkloadRef } from '../facts/WorkloadRef';
import { GateReport } from '../gates/GateReport';
import { LevelLabel, PodsLabel } from '../match/LevelLabel';
import { Sign } from '../match/Sign';
import { Finding } from '../rules/Finding';

/**
 * Why a verdict cannot be given: there is nothing to judge, or it cannot be seen.
 *
 * @public
 */
export type Undecided =
  | {
      readonly verdict: 'not-applicable';
      readonly reason:
        | 'opted-out'
        | 'no-claim'
        | 'not-deployed'
        | 'claim-broken';
    }
  | {
      readonly verdict: 'unknown';
      readonly reason: 'syncing' | 'cluster-not-read';
    };

/**
 * Does the Kubernetes tab show what belongs to the entity?
 *
 * @public
 */
export type ContractVerdict =
  | { readonly verdict: 'met' }
  | { readonly verdict: 'violated' }
  | Undecided;

/**
 * Does what belongs to the entity run?
 *
 * @public
 */
export type HealthVerdict =
  | { readonly verdict: 'healthy' }
  | { readonly verdict: 'progressing' }
  | { readonly verdict: 'failing' }
  | { readonly verdict: 'nothing-running' }
  | Undecided;

/**
 * One workload that the claim's query finds at some level.
 *
 * @public
 */
export interface WorkloadReport {
  readonly ref: WorkloadRef;
  /** `visible`: row and all pods are drawn. `partly`: not all of it. */
  readonly visibility: 'visible' | 'partly';
  readonly levels: {
    readonly object: LevelLabel;
    readonly podTemplate: LevelLabel;
    readonly pods: PodsLabel;
  };
  /** Ready pods of those that are wanted. */
  readonly pods: { readonly ready: number; readonly of: number };
  readonly health: 'healthy' | 'progressing' | 'failing' | 'nothing-running';
}

/**
 * A workload that the claim should find, and does not.
 *
 * @public
 */
export interface NearMissReport {
  readonly ref: WorkloadRef;
  readonly evidence: 'exact' | 'strong';
  /** What speaks for it, the strongest first. */
  readonly signs: readonly Sign[];
  readonly levels: WorkloadReport['levels'];
  readonly pods: WorkloadReport['pods'];
  readonly health: WorkloadReport['health'];
}

/**
 * How fresh the answer is on one cluster: the oldest of its watches.
 *
 * @public
 */
export interface ClusterFreshness {
  readonly name: string;
  readonly state: WatchState;
}

/**
 * A cluster that could not be read in full; data, never an error of the report.
 *
 * @public
 */
export interface IncompleteCluster {
  readonly cluster: string;
  /** One sentence, without any credential. */
  readonly reason: string;
  /** ISO 8601. */
  readonly since?: string;
}

/**
 * The answer to "why is my Kubernetes tab empty, or wrong?" for one entity.
 *
 * @public
 */
export interface EntityReport {
  readonly entityRef: string;
  /** Owner as the catalog has it, an entity ref; undefined where the entity has none. */
  readonly entityOwner?: string;
  readonly claim?: EntityClaim;
  readonly contract: ContractVerdict;
  readonly health: HealthVerdict;
  /** Workloads: visible ones, partly visible ones, of all that belong to the entity. */
  readonly visible: {
    readonly count: number;
    readonly partly: number;
    readonly of: number;
  };
  /** Pods of all workloads: ready ones of those that are wanted. */
  readonly pods: { readonly ready: number; readonly of: number };
  /** Those with a problem first, then by cluster, namespace and name. */
  readonly workloads: readonly WorkloadReport[];
  /** Hidden from the tab altogether, though they belong to the entity. */
  readonly nearMisses: readonly NearMissReport[];
  /** The one that the card shows comes first. */
  readonly findings: readonly Finding[];
  /**
   * The way to the Kubernetes tab: tab, cluster, query, view, in this order; also for an entity
   * without a claim, as the first one says why it has no tab. Empty where the entity is opted out.
   */
  readonly gates: readonly GateReport[];
  /** Clusters that the claim reaches and that could not be read in full. */
  readonly incomplete: readonly IncompleteCluster[];
  readonly clusters: readonly ClusterFreshness[];
}
