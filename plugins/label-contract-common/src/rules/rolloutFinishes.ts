import { refOfWorkload } from '../facts/WorkloadRef';
import { containerKeepsRunning } from './containerKeepsRunning';
import { WorkloadRule } from './Rule';

/**
 * The Deployment controller gave up waiting (`ProgressDeadlineExceeded`), and no better cause is
 * known.
 *
 * @public
 */
export const rolloutFinishes: WorkloadRule = {
  id: 'rollout-finishes',
  verdict: 'health',
  check(options) {
    const { deployment } = options.workload;
    if (!deployment.progressFailure || containerKeepsRunning.check(options)) {
      return undefined;
    }
    return {
      rule: 'rollout-finishes',
      severity: 'error',
      evidence: 'exact',
      subject: refOfWorkload(deployment),
      owner: 'team',
      levels: [],
      message: {
        id: 'deadline-exceeded',
        values: {
          workload: deployment.name,
          ready: deployment.readyReplicas,
          of: deployment.desiredReplicas,
        },
      },
      fixes: [{ kind: 'tell-owner' }],
    };
  },
};
