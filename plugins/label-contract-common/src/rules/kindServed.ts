import { kindsAskedFor } from '../gates/kindsAskedFor';
import { accessFinding, problemOf } from './accessFinding';
import { defineClusterRule } from './Rule';

/**
 * The cluster serves every kind that the Kubernetes plugin is configured to ask it for (404). What is
 * not asked for need not exist: not every cluster has Rollouts.
 *
 * @public
 */
export const kindServed = defineClusterRule({
  id: 'kind-served',
  description:
    'The cluster serves every kind that the Kubernetes plugin asks it for.',
  verdict: 'none',
  severities: ['error', 'warning'],
  owners: ['ops'],
  evidences: ['exact'],
  fixes: [],
  check(options) {
    const { cluster, settings } = options;
    const problem = problemOf(cluster, 'not-served');
    const asked = kindsAskedFor(settings, cluster.name);
    const kinds = (problem?.kinds ?? []).filter(kind =>
      asked.some(each => each.kind === kind),
    );
    if (!problem || kinds.length === 0) {
      return undefined;
    }
    const { values, ...finding } = accessFinding(options, {
      ...problem,
      kinds,
    });
    return {
      rule: 'kind-served',
      ...finding,
      message: { id: 'not-served', values },
      fixes: [],
    };
  },
});
