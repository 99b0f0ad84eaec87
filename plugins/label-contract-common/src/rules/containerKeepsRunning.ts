import { ContainerFacts } from '../facts/PodFacts';
import { refOfWorkload } from '../facts/WorkloadRef';
import { WorkloadRule } from './Rule';

/** A container that ran and was ready this long after its last crash has recovered. */
const RECOVERED_AFTER_MINUTES = 10;

/**
 * A container waits in CrashLoopBackOff, or was restarted within the last ten minutes after it
 * ended with an error.
 *
 * @public
 */
export const containerKeepsRunning: WorkloadRule = {
  id: 'container-keeps-running',
  verdict: 'health',
  check({ workload, now }) {
    const crashing = workload.pods
      .flatMap(pod => pod.containers)
      .filter(container => isCrashing(container, now))
      .sort((a, b) => b.restartCount - a.restartCount)[0];
    if (!crashing) {
      return undefined;
    }

    const { deployment } = workload;
    return {
      rule: 'container-keeps-running',
      severity: 'error',
      evidence: 'exact',
      subject: refOfWorkload(deployment),
      owner: 'team',
      levels: [],
      message: {
        id: 'keeps-crashing',
        values: {
          workload: deployment.name,
          container: crashing.name,
          restarts: crashing.restartCount,
          exitCode: crashing.lastTermination?.exitCode,
          reason: crashing.lastTermination?.reason,
        },
      },
      fixes: [{ kind: 'tell-owner' }],
    };
  },
};

function isCrashing(container: ContainerFacts, now: Date): boolean {
  if (container.waitingReason === 'CrashLoopBackOff') {
    return true;
  }
  const { lastTermination, restartCount } = container;
  if (restartCount === 0 || !lastTermination?.exitCode) {
    return false;
  }
  const finishedAt = Date.parse(lastTermination.finishedAt ?? '');
  return now.getTime() - finishedAt < RECOVERED_AFTER_MINUTES * 60_000;
}
