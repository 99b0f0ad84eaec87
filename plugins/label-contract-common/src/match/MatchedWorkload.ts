import { ManagerFacts } from '../facts/ManagerFacts';
import { PodFacts } from '../facts/PodFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { Selector } from '../selector/Selector';
import { ControlledFacts } from './FactsView';
import { WorkloadLevels } from './LevelLabel';
import { Sign } from './Sign';
import { WorkloadProgress } from './WorkloadProgress';

/**
 * One workload that a claim finds, or should find, together with what is known around it: what rules
 * look at.
 *
 * @public
 */
export interface MatchedWorkload {
  /** The object at the top. */
  readonly facts: WorkloadFacts;
  /** False for a near miss: no level of it matches. */
  readonly isMatched: boolean;
  /** How sure it is that it belongs to the entity; a matched one does. */
  readonly evidence: 'exact' | 'strong';
  /** What speaks for that. */
  readonly signs: readonly Sign[];
  /** The claim's query, parsed. */
  readonly selector: Selector;
  /**
   * Pods that count: neither being deleted nor ended; while a rollout progresses, those of the
   * newest revision.
   */
  readonly pods: readonly PodFacts[];
  /** What it controls directly, in no order. */
  readonly controlled: readonly ControlledFacts[];
  /**
   * The API server's words where it refused to create pods of any revision. A paused Deployment does
   * not repeat what its ReplicaSets say, so they are asked too.
   */
  readonly creationFailure?: string;
  /** The tool that writes it, with what is known of it elsewhere; undefined where none is recognized. */
  readonly manager?: ManagerFacts;
  readonly progress: WorkloadProgress;
  readonly levels: WorkloadLevels;
}
