import {
  AccessMessageValues,
  ClusterFinding,
} from '@portal-operations/plugin-label-contract-common';

type ClusterMessageKey = {
  [Rule in ClusterFinding['rule']]: `${Rule}/${Extract<
    ClusterFinding,
    { rule: Rule }
  >['message']['id']}`;
}[ClusterFinding['rule']];

/**
 * One finding for each thing that can be said about the way to a cluster; `said` takes the place of what
 * the sample says.
 */
export function sampleClusterFindings(
  said: Partial<AccessMessageValues> = {},
): Record<ClusterMessageKey, ClusterFinding> {
  const { cluster = 'dev' } = said;
  const common = {
    severity: 'error',
    evidence: 'exact',
    subject: { kind: 'Cluster', name: cluster },
    owner: 'ops',
    levels: [],
    fixes: [],
  } as const;
  const seen = (
    values: Partial<AccessMessageValues> = {},
  ): AccessMessageValues => ({
    cluster,
    kinds: ['Deployment', 'ReplicaSet', 'Pod'],
    words: 'The API server answered 403.',
    since: '2026-01-05T10:42:00.000Z',
    seenBy: 'account-of-tab',
    ...values,
    ...said,
  });
  return {
    'cluster-reachable/unreachable': {
      ...common,
      rule: 'cluster-reachable',
      message: {
        id: 'unreachable',
        values: seen({ words: 'The connection timed out.' }),
      },
    },
    'cluster-reachable/kinds-unanswered': {
      ...common,
      severity: 'warning',
      rule: 'cluster-reachable',
      message: {
        id: 'kinds-unanswered',
        values: seen({ kinds: ['CronJob'], words: 'It answered 503.' }),
      },
    },
    'credentials-accepted/refused': {
      ...common,
      rule: 'credentials-accepted',
      message: { id: 'refused', values: seen() },
    },
    'background-readable/needs-user': {
      ...common,
      rule: 'background-readable',
      message: {
        id: 'needs-user',
        values: seen({ seenBy: 'own-account' }),
      },
    },
    'kind-readable/forbidden': {
      ...common,
      rule: 'kind-readable',
      message: {
        id: 'forbidden',
        values: seen({ seenBy: 'own-account', authProvider: 'oidc' }),
      },
      fixes: [
        {
          kind: 'grant-read',
          cluster,
          apiGroups: [''],
          resources: ['pods'],
          verbs: ['get', 'list', 'watch'],
        },
      ],
    },
    'kind-readable/forbidden-to-tab': {
      ...common,
      rule: 'kind-readable',
      message: {
        id: 'forbidden-to-tab',
        values: seen({
          kinds: ['Job'],
          words: 'SelfSubjectAccessReview: it is not allowed to list jobs.',
          authProvider: 'googleServiceAccount',
        }),
      },
    },
    'kind-served/not-served': {
      ...common,
      rule: 'kind-served',
      message: { id: 'not-served', values: seen({ kinds: ['Rollout'] }) },
    },
  };
}
