import { ClusterReport } from '../report/evaluateCluster';

/**
 * One cluster on the fleet page.
 *
 * @public
 */
export interface ClusterSummary extends ClusterReport {
  /** Name for people, where configured. */
  readonly title?: string;
  /** Workloads that are known; of a cluster that is not read any more, those last seen. */
  readonly workloads: number;
  readonly pods: number;
  /**
   * Entities, of those that the reader may see, that have workloads there; undefined as long as the
   * catalog does not answer.
   */
  readonly services?: number;
  /** Objects that were left out since the start, because they were not understood. */
  readonly skipped: number;
}

/**
 * How well each cluster is read; those that need somebody first.
 *
 * @public
 */
export interface ClustersReport {
  readonly items: readonly ClusterSummary[];
}
