import { accessFinding, problemOf } from './accessFinding';
import { defineClusterRule } from './Rule';

/**
 * The cluster knows the account that asks it. A token that ran out or was taken back is refused for
 * every kind alike, so it is never a small matter.
 *
 * @public
 */
export const credentialsAccepted = defineClusterRule({
  id: 'credentials-accepted',
  description: 'The cluster accepts the credential that it is asked with.',
  verdict: 'none',
  severities: ['error'],
  owners: ['ops'],
  evidences: ['exact'],
  fixes: [],
  check(options) {
    const problem = problemOf(options.cluster, 'unauthorized');
    if (!problem) {
      return undefined;
    }
    const { subject, levels, values } = accessFinding(options, problem);
    return {
      rule: 'credentials-accepted',
      subject,
      levels,
      message: { id: 'refused', values },
      fixes: [],
    };
  },
});
