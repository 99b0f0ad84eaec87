import { healthFinding, judgedPods } from './healthFinding';
import { isCrashing } from './isCrashing';
import { defineWorkloadRule } from './Rule';

/**
 * An init container fails again and again, or still runs when the rollout is past its deadline; the
 * others wait for it.
 *
 * @public
 */
export const initContainersFinish = defineWorkloadRule({
  id: 'init-containers-finish',
  description: 'Init containers end well, so that the others can start.',
  verdict: 'health',
  severities: ['error'],
  owners: ['team'],
  evidences: ['exact'],
  fixes: ['tell-owner'],
  check({ workload, now }) {
    const { deployment } = workload;
    // Of a pod that came past them the init containers have nothing to say any more.
    const inits = judgedPods(workload)
      .filter(({ containers }) =>
        containers.some(
          ({ waitingReason }) => waitingReason === 'PodInitializing',
        ),
      )
      .flatMap(({ initContainers = [] }) => initContainers);
    const failing = inits.find(container => isCrashing(container, now));
    const hanging = deployment.progressFailure
      ? inits.find(({ runningSince }) => runningSince !== undefined)
      : undefined;
    const container = failing ?? hanging;
    if (!container) {
      return undefined;
    }
    return {
      rule: 'init-containers-finish',
      ...healthFinding(workload),
      message: {
        id: failing ? 'keeps-failing' : 'still-running',
        values: {
          workload: deployment.name,
          container: container.name,
          restarts: container.restartCount,
          exitCode: container.lastTermination?.exitCode,
          reason: container.lastTermination?.reason,
        },
      },
    };
  },
});
