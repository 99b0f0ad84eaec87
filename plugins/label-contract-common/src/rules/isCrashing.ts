import { ContainerFacts, TerminationFacts } from '../facts/PodFacts';

/** A container that ran and was ready this long after its last crash has recovered. */
const RECOVERED_AFTER_MINUTES = 10;

/**
 * Whether a container waits in CrashLoopBackOff, or was restarted within the last ten minutes after it
 * ended with an error.
 */
export function isCrashing(container: ContainerFacts, now: Date): boolean {
  if (container.waitingReason === 'CrashLoopBackOff') {
    return true;
  }
  const { lastTermination, restartCount } = container;
  return (
    restartCount > 0 &&
    lastTermination !== undefined &&
    lastTermination.exitCode !== 0 &&
    hasJustEnded(lastTermination, now)
  );
}

/** Whether a container ended within the last ten minutes; false where the time is not known. */
export function hasJustEnded(
  termination: TerminationFacts,
  now: Date,
): boolean {
  const finishedAt = Date.parse(termination.finishedAt ?? '');
  return now.getTime() - finishedAt < RECOVERED_AFTER_MINUTES * 60_000;
}
