import { healthFinding } from './healthFinding';
import { lastLinesOf } from './lastLinesOf';
import { defineWorkloadRule } from './Rule';
import { crashingContainers } from './troubledContainers';

/**
 * A container waits in CrashLoopBackOff, or was restarted within the last ten minutes after it
 * ended with an error.
 *
 * @public
 */
export const containerKeepsRunning = defineWorkloadRule({
  id: 'container-keeps-running',
  description: 'No container crashes again and again.',
  verdict: 'health',
  severities: ['error'],
  owners: ['team'],
  evidences: ['exact'],
  fixes: ['tell-owner'],
  check({ workload, now, facts }) {
    const [crashing] = crashingContainers(workload, now);
    if (!crashing) {
      return undefined;
    }
    const { container } = crashing;
    return {
      rule: 'container-keeps-running',
      ...healthFinding(workload),
      message: {
        id: 'keeps-crashing',
        values: {
          workload: workload.facts.name,
          container: container.name,
          restarts: container.restartCount,
          exitCode: container.lastTermination?.exitCode,
          reason: container.lastTermination?.reason,
          lines: lastLinesOf({ ...crashing, facts }),
        },
      },
    };
  },
});
