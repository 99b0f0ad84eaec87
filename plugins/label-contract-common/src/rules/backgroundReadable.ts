import { accessFinding, problemOf } from './accessFinding';
import { EditConfigFix } from '../fix/Fix';
import { isUserProvider } from '../gates/userProviders';
import { AccessMessageValues } from './Finding';
import { defineClusterRule } from './Rule';

/**
 * The portal can read the cluster while nobody looks. With OIDC, Google and AKS the tab asks with the
 * credential of whoever has it open, and nobody can use that in the background.
 *
 * @public
 */
export const backgroundReadable = defineClusterRule({
  id: 'background-readable',
  description:
    'The portal has an account of its own for the cluster, so that it can be watched while nobody looks.',
  verdict: 'none',
  severities: ['error'],
  owners: ['ops'],
  evidences: ['exact'],
  fixes: ['edit-config'],
  check(options) {
    const problem = problemOf(options.cluster, 'no-background-access');
    if (!problem) {
      return undefined;
    }
    const { subject, levels, values } = accessFinding(options, problem);
    return {
      rule: 'background-readable',
      subject,
      levels,
      message: { id: 'needs-user', values },
      fixes: accountFor(values),
    };
  },
});

/**
 * An account that only reads, beside that of the tab, which stays as it is. Elsewhere the cure is another,
 * and the cluster's own words tell it.
 */
function accountFor({
  cluster,
  authProvider,
}: AccessMessageValues): EditConfigFix[] {
  if (!isUserProvider(authProvider)) {
    return [];
  }
  const variable = cluster.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
  return [
    {
      kind: 'edit-config',
      path: 'labelContract.clusters',
      value: {
        name: cluster,
        serviceAccountToken: `\${${variable}_READER_TOKEN}`,
      },
    },
  ];
}
