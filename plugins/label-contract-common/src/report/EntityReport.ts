import { EntityClaim } from '../claim/EntityClaim';
import { WatchedKind, WatchState } from '../facts/Facts';
import { ManagerFacts } from '../facts/ManagerFacts';
import { WorkloadRef } from '../facts/WorkloadRef';
import { GateReport } from '../gates/GateReport';
import { HiddenBecause } from '../gates/hiddenBecause';
import { WorkloadLevels } from '../match/LevelLabel';
import { Sign } from '../match/Sign';
import { ClusterFinding, Finding } from '../rules/Finding';
import { NotCheckedReason } from '../rules/NotCheckedReason';

/**
 * Why a verdict cannot be given: there is nothing to judge, or it cannot be seen.
 *
 * - `not-drawn`: all that it has is of kinds that the Kubernetes tab never draws and that nobody has to
 *   make visible: hooks of a release, pods of an operator.
 * - `removed`: nothing of it is there any more; `since` is when it was last seen, ISO 8601.
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
        | 'not-drawn'
        | 'claim-broken';
    }
  | {
      readonly verdict: 'not-applicable';
      readonly reason: 'removed';
      readonly since: string;
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
  /** What keeps it, or its pods, from being drawn; undefined where it is visible. */
  readonly hiddenBecause?: HiddenBecause;
  readonly levels: WorkloadLevels;
  /** Ready pods of those that are wanted. */
  readonly pods: { readonly ready: number; readonly of: number };
  readonly health: 'healthy' | 'progressing' | 'failing' | 'nothing-running';
  /** The tool that writes it; undefined where none is recognized. */
  readonly managedBy?: ManagerFacts;
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
 * A workload without the contract label that has something in common with the entity: a hint in the
 * details, never an alarm.
 *
 * @public
 */
export interface HintReport {
  readonly ref: WorkloadRef;
  /** What they have in common, the most telling first. */
  readonly signs: readonly Sign[];
}

/**
 * So many hints are worth reading.
 *
 * @public
 */
export const MOST_HINTS = 10;

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
  /** Kinds that are missing; undefined where it is the whole cluster, or some of its namespaces. */
  readonly kinds?: readonly WatchedKind[];
}

/**
 * A rule that was not asked, or could not know: its silence says nothing.
 *
 * @public
 */
export interface NotChecked {
  /** Its id. */
  readonly rule: string;
  readonly why: NotCheckedReason;
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
  /** May belong to the entity, and are neither counted nor judged; at most {@link MOST_HINTS}. */
  readonly hints: readonly HintReport[];
  /** The one that the card shows comes first. */
  readonly findings: readonly Finding[];
  /**
   * The way to the Kubernetes tab: tab, cluster, query, view, in this order; also for an entity
   * without a claim, as the first one says why it has no tab. Empty where the entity is opted out.
   */
  readonly gates: readonly GateReport[];
  /** Rules whose silence says nothing, as facts are missing that they need. */
  readonly notChecked: readonly NotChecked[];
  /** Clusters that the claim reaches and that could not be read in full. */
  readonly incomplete: readonly IncompleteCluster[];
  /** What is wrong with the way to the clusters that the claim reaches, with what grants what is missing. */
  readonly access: readonly ClusterFinding[];
  readonly clusters: readonly ClusterFreshness[];
}
