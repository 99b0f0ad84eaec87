import { Labels } from './ObjectFacts';

/**
 * What one level of a workload says about the contract besides its labels.
 *
 * @public
 */
export interface ContractMarks {
  /**
   * Annotations whose key is `backstage.io/kubernetes-id`, or nearly that: a label that stands in the
   * wrong place.
   */
  readonly annotations?: Labels;
  /** Field manager that owns the contract label (`metadata.managedFields`), by label key. */
  readonly labelManagers?: Labels;
}
