import { healthFinding } from './healthFinding';
import { lastLinesOf } from './lastLinesOf';
import { defineWorkloadRule } from './Rule';
import { unfinishedInitContainers } from './troubledContainers';

/**
 * An init container fails again and again, or still runs when the rollout is past its deadline, or would
 * be if it had one; the others wait for it.
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
  check({ workload, now, facts }) {
    const { failing, hanging } = unfinishedInitContainers(workload, now);
    const [unfinished] = [...failing, ...hanging];
    if (!unfinished) {
      return undefined;
    }
    const { container } = unfinished;
    return {
      rule: 'init-containers-finish',
      ...healthFinding(workload),
      message: {
        id: failing.length > 0 ? 'keeps-failing' : 'still-running',
        values: {
          workload: workload.facts.name,
          container: container.name,
          restarts: container.restartCount,
          exitCode: container.lastTermination?.exitCode,
          reason: container.lastTermination?.reason,
          lines: lastLinesOf({ ...unfinished, facts }),
        },
      },
    };
  },
});
