import { ContainerFacts } from '../facts/PodFacts';
import { healthFinding, judgedContainers } from './healthFinding';
import { hasJustEnded } from './isCrashing';
import { defineWorkloadRule } from './Rule';

/**
 * A container was ended for using more memory than it may, within the last ten minutes. It says more
 * than that the container crashes, so it comes before that.
 *
 * @public
 */
export const memorySuffices = defineWorkloadRule({
  id: 'memory-suffices',
  description: 'The memory that a container may use is enough for it.',
  verdict: 'health',
  severities: ['error'],
  owners: ['team'],
  evidences: ['exact'],
  fixes: ['tell-owner'],
  check({ workload, now }) {
    const container = judgedContainers(workload).find(each =>
      wasOutOfMemory(each, now),
    );
    if (!container) {
      return undefined;
    }
    return {
      rule: 'memory-suffices',
      ...healthFinding(workload),
      message: {
        id: 'out-of-memory',
        values: {
          workload: workload.facts.name,
          container: container.name,
          restarts: container.restartCount,
          limit: container.memoryLimit,
        },
      },
    };
  },
});

function wasOutOfMemory(
  { lastTermination }: ContainerFacts,
  now: Date,
): boolean {
  return (
    lastTermination?.reason === 'OOMKilled' &&
    hasJustEnded(lastTermination, now)
  );
}
