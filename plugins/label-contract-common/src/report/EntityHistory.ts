import { WorkloadRef } from '../facts/WorkloadRef';
import { Level } from '../match/Level';

/**
 * The moments between which something happened, ISO 8601: the last observation before, and the first
 * after. Both are the same where a watch saw it happen. Nothing is known of the time between.
 *
 * @public
 */
export interface Between {
  readonly from: string;
  readonly to: string;
}

/**
 * A workload began to match the claim of an entity, or ceased to, at one level or altogether.
 *
 * @public
 */
export interface WorkloadTransition {
  readonly kind: 'entered' | 'left';
  readonly workload: WorkloadRef;
  readonly because: /** It was not there before. */
  | { readonly id: 'created' }
    /** It is gone. */
    | { readonly id: 'deleted' }
    /** The contract label of a level changed; a value is undefined where the key was absent. */
    | {
        readonly id: 'label';
        readonly level: Level;
        readonly key: string;
        readonly was?: string;
        readonly is?: string;
        /** Field manager that wrote it; undefined where Kubernetes records none, as for a removal. */
        readonly manager?: string;
      };
  readonly between: Between;
}

/**
 * The claim of an entity changed.
 *
 * @public
 */
export interface ClaimTransition {
  readonly kind: 'claim';
  /** Label selector that was claimed; undefined where there was no claim. */
  readonly was?: string;
  /** Label selector that is claimed; undefined where there is no claim any more. */
  readonly is?: string;
  /** Namespace that the claim was narrowed to; undefined where to none. */
  readonly wasIn?: string;
  /** Namespace that the claim is narrowed to; undefined where to none. */
  readonly isIn?: string;
  readonly between: Between;
}

/**
 * One thing that happened to what an entity shows.
 *
 * @public
 */
export type HistoryTransition = WorkloadTransition | ClaimTransition;

/**
 * What happened to one entity, newest first.
 *
 * @public
 */
export interface EntityHistory {
  readonly entityRef: string;
  /** ISO 8601; nothing older is told. */
  readonly since: string;
  readonly transitions: readonly HistoryTransition[];
  /** Whether older ones were left out, as there are too many. */
  readonly isCut: boolean;
  /** Why there is no history, one sentence; undefined where there is one. */
  readonly unavailable?: string;
}
