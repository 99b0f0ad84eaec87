import { MatchedWorkload } from '../match/MatchedWorkload';

/** Kubernetes' own default for `progressDeadlineSeconds`. */
const STARTING_SECONDS = 600;

/**
 * How long pods that are on their way may take, in seconds: a rollout in progress is no failure, nor is
 * a pod that replaces another. No time at all once the controller itself has given up.
 */
export function patienceSeconds({ progress }: MatchedWorkload): number {
  return progress.failure ? 0 : STARTING_SECONDS;
}
