import { healthFinding } from './healthFinding';
import { defineWorkloadRule } from './Rule';

/**
 * The Deployment controller gave up waiting (`ProgressDeadlineExceeded`), and no better cause is
 * known: every other health rule comes before this one.
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
    const { deployment } = workload;
    if (!deployment.progressFailure) {
      return undefined;
    }
    return {
      rule: 'rollout-finishes',
      ...healthFinding(workload),
      message: {
        id: 'deadline-exceeded',
        values: {
          workload: deployment.name,
          ready: deployment.readyReplicas,
          of: deployment.desiredReplicas,
        },
      },
    };
  },
});
