import { WorkloadFacts } from '../facts/WorkloadFacts';
import { Sign } from './Sign';

/** A workload that may belong to an entity, by weak signs only: nothing to act on. */
export interface WorkloadHint {
  readonly facts: WorkloadFacts;
  readonly signs: readonly Sign[];
}
