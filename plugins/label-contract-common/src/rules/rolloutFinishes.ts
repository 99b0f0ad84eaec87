import { healthFinding } from './healthFinding';
import { defineWorkloadRule } from './Rule';

/**
 * The controller gave up: it waited longer than it may (`ProgressDeadlineExceeded`), or has a word of its
 * own for that, as Argo Rollouts and DeploymentConfigs do. No better cause is known: every other health
 * rule comes before this one. StatefulSets and DaemonSets wait for ever.
 *
 * @public
 */
export const rolloutFinishes = defineWorkloadRule({
  id: 'rollout-finishes',
  description: 'A rollout gets its new pods ready before its deadline.',
  verdict: 'health',
  severities: ['error'],
  owners: ['team'],
  evidences: ['exact'],
  fixes: ['tell-owner'],
  check({ workload }) {
    const { facts, progress } = workload;
    if (!progress.failure || facts.kind === 'Job') {
      return undefined;
    }
    return {
      rule: 'rollout-finishes',
      ...healthFinding(workload),
      message: {
        id:
          progress.failure === 'ProgressDeadlineExceeded'
            ? 'deadline-exceeded'
            : 'given-up',
        values: {
          workload: facts.name,
          reason: progress.failure,
          ready: progress.ready,
          of: progress.desired,
        },
      },
    };
  },
});
