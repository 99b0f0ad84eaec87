import { Level } from './Level';

/**
 * One change of the contract label of a workload, as the watches saw it.
 *
 * @public
 */
export interface LabelChange {
  readonly level: Level;
  readonly key: string;
  /** Undefined where it was absent. */
  readonly was?: string;
  /** Undefined where it was removed. */
  readonly is?: string;
  /**
   * The moments between which it happened, ISO 8601; both are the same where a watch saw it happen.
   */
  readonly between: { readonly from: string; readonly to: string };
  /** Field manager that wrote it; undefined where Kubernetes does not record one, as for a removal. */
  readonly manager?: string;
}

/**
 * A claim that an entity made before.
 *
 * @public
 */
export interface PastClaim {
  /** The label selector that it made. */
  readonly query: string;
  /** Value of `backstage.io/kubernetes-id`, where the query was made of it. */
  readonly id?: string;
  /** When it was last seen, ISO 8601. */
  readonly until: string;
}

/**
 * What is remembered of the past. All of it is optional: without a history the engine says less, and
 * nothing wrong.
 *
 * @public
 */
export interface HistoryView {
  /** Changes of the contract label of one workload, newest first. */
  labelChangesOf(workload: {
    readonly cluster: string;
    readonly uid: string;
  }): readonly LabelChange[];
  /** Claims that an entity made before, newest first. */
  claimsBefore(entityRef: string): readonly PastClaim[];
  /** When an entity last had workloads, and how many; undefined where it never had, or has some now. */
  lastMatched(
    entityRef: string,
  ): { readonly until: string; readonly workloads: number } | undefined;
}
