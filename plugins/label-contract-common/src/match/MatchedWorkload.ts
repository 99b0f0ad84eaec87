import { DeploymentFacts } from '../facts/DeploymentFacts';
import { PodFacts } from '../facts/PodFacts';
import { Selector } from '../selector/Selector';
import { LevelLabel, PodsLabel } from './LevelLabel';

/**
 * One workload that a claim finds, together with what is known around it: what rules look at.
 *
 * @public
 */
export interface MatchedWorkload {
  readonly deployment: DeploymentFacts;
  /** The claim's query, parsed. */
  readonly selector: Selector;
  /**
   * Pods that count: neither being deleted nor ended; while a rollout progresses, those of the
   * newest revision.
   */
  readonly pods: readonly PodFacts[];
  /** True while the Deployment controller still replaces or adds pods. */
  readonly isRollingOut: boolean;
  readonly levels: {
    readonly object: LevelLabel;
    readonly podTemplate: LevelLabel;
    readonly pods: PodsLabel;
  };
}
