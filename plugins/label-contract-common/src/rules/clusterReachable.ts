import { accessFinding, isCoreMissing, problemOf } from './accessFinding';
import { defineClusterRule } from './Rule';

/**
 * The cluster answers. While it does not, what was known of it stays, and is said to be old.
 *
 * @public
 */
export const clusterReachable = defineClusterRule({
  id: 'cluster-reachable',
  description: 'The cluster answers, and as Kubernetes does.',
  verdict: 'none',
  severities: ['error', 'warning'],
  owners: ['ops'],
  evidences: ['exact'],
  fixes: [],
  check(options) {
    const problem = problemOf(options.cluster, 'unreachable');
    if (!problem) {
      return undefined;
    }
    const { values, ...finding } = accessFinding(options, problem);
    return {
      rule: 'cluster-reachable',
      ...finding,
      message: {
        id: isCoreMissing(problem.kinds) ? 'unreachable' : 'kinds-unanswered',
        values,
      },
      fixes: [],
    };
  },
});
