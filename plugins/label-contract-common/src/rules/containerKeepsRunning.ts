import { healthFinding, judgedPods } from './healthFinding';
import { isCrashing } from './isCrashing';
import { defineWorkloadRule } from './Rule';

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
  check({ workload, now }) {
    const crashing = judgedPods(workload)
      .flatMap(pod => pod.containers)
      .filter(container => isCrashing(container, now))
      .sort((a, b) => b.restartCount - a.restartCount)[0];
    if (!crashing) {
      return undefined;
    }

    const { deployment } = workload;
    return {
      rule: 'container-keeps-running',
      ...healthFinding(workload),
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
    };
  },
});
