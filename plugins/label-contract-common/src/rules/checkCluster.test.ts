import {
  ClusterFacts,
  WatchedKind,
  WatchProblem,
  WatchState,
} from '../facts/Facts';
import {
  DEFAULT_KUBERNETES_TAB_SETTINGS,
  KubernetesTabSettings,
} from '../gates/KubernetesTabSettings';
import { TAB_KINDS } from '../gates/tabKinds';
import { aCluster } from '../testUtils/someFacts';
import { checkCluster } from './checkCluster';

const now = new Date('2026-01-01T10:00:00Z');

function dark(
  reason: WatchProblem['reason'],
  since = '2026-01-01T09:31:00Z',
): WatchState {
  return { kind: 'dark', since, problem: { reason, message: 'It says no.' } };
}

/** A cluster on which some kinds have one problem; all, where none is named. */
function broken(
  reason: WatchProblem['reason'],
  ...kinds: WatchedKind[]
): ClusterFacts {
  return kinds.length === 0
    ? aCluster('prod-east', dark(reason))
    : aCluster(
        'prod-east',
        undefined,
        Object.fromEntries(kinds.map(kind => [kind, dark(reason)])),
      );
}

function check(
  cluster: ClusterFacts,
  settings: Partial<KubernetesTabSettings> = {},
) {
  return checkCluster({
    cluster,
    settings: { ...DEFAULT_KUBERNETES_TAB_SETTINGS, ...settings },
    now,
  });
}

describe('checkCluster', () => {
  it('finds nothing on a cluster that is read in full, or is on its way', () => {
    expect(check(aCluster('prod-east'))).toEqual([]);
    expect(check(aCluster('prod-east', { kind: 'syncing' }))).toEqual([]);
  });

  it.each(['forbidden', 'not-served', 'unreachable'] as const)(
    'misses no kind that only adds a detail (%s)',
    reason => {
      expect(check(broken(reason, 'Application'))).toEqual([]);
    },
  );

  it.each([
    ['cluster-reachable', 'unreachable'],
    ['credentials-accepted', 'unauthorized'],
    ['background-readable', 'no-background-access'],
  ] as const)('finds %s in a whole cluster that is %s', (rule, reason) => {
    expect(check(broken(reason))).toMatchObject([
      {
        rule,
        severity: 'error',
        owner: 'ops',
        subject: { kind: 'Cluster', name: 'prod-east' },
        message: {
          values: {
            cluster: 'prod-east',
            words: 'It says no.',
            since: '2026-01-01T09:31:00Z',
          },
        },
      },
    ]);
  });

  it('only warns where one kind does not answer that few have', () => {
    expect(check(broken('unreachable', 'Ingress'))).toMatchObject([
      {
        rule: 'cluster-reachable',
        severity: 'warning',
        message: { id: 'kinds-unanswered', values: { kinds: ['Ingress'] } },
      },
    ]);
  });

  it('takes the words and the time of what went wrong first', () => {
    const cluster = aCluster('prod-east', dark('unreachable'), {
      Node: dark('unreachable', '2026-01-01T08:00:00Z'),
    });

    expect(check(cluster)).toMatchObject([
      { message: { values: { since: '2026-01-01T08:00:00Z' } } },
    ]);
  });

  describe('kind-readable', () => {
    it('grants exactly what is missing, with a rule for each API group', () => {
      expect(
        check(broken('forbidden', 'CronJob', 'Job', 'StatefulSet')),
      ).toMatchObject([
        {
          rule: 'kind-readable',
          severity: 'warning',
          fixes: [
            {
              kind: 'grant-read',
              cluster: 'prod-east',
              apiGroups: ['apps'],
              resources: ['statefulsets'],
              verbs: ['get', 'list', 'watch'],
            },
            { apiGroups: ['batch'], resources: ['cronjobs', 'jobs'] },
          ],
        },
      ]);
    });

    it('grants to the account that the API server names', () => {
      const words =
        'pods is forbidden: User "system:serviceaccount:backstage:portal" cannot list resource "pods" in API group "" at the cluster scope';
      const problem = { reason: 'forbidden', message: words } as const;
      const cluster = aCluster('prod-east', undefined, {
        Pod: { kind: 'dark', since: '2026-01-01T09:31:00Z', problem },
      });

      expect(check(cluster)).toMatchObject([
        { fixes: [{ account: 'system:serviceaccount:backstage:portal' }] },
      ]);
      expect(check(broken('forbidden', 'Pod'))[0].fixes[0]).not.toHaveProperty(
        'account',
      );
    });

    it('is an error for a kind that always matters', () => {
      expect(check(broken('forbidden', 'Pod', 'Ingress'))).toMatchObject([
        { severity: 'error' },
      ]);
    });

    it('grants by namespace where only some are read, but for what lives in none', () => {
      const cluster = {
        ...broken('forbidden', 'Pod', 'Node'),
        namespaces: ['a', 'b'],
      };

      expect(
        check(cluster).flatMap(({ fixes }) =>
          fixes.map(fix =>
            fix.kind === 'grant-read'
              ? [fix.namespace, ...fix.resources]
              : fix.kind,
          ),
        ),
      ).toEqual([
        ['a', 'pods'],
        ['b', 'pods'],
        [undefined, 'nodes'],
      ]);
    });
  });

  describe('background-readable', () => {
    const settings = (authProvider: string) => ({
      clusters: [{ name: 'prod-east', authProvider }],
    });

    it.each(['oidc', 'google', 'aks'])(
      'is cured by an account of its own where the tab uses %s',
      authProvider => {
        expect(
          check(broken('no-background-access'), settings(authProvider)),
        ).toMatchObject([
          {
            fixes: [
              {
                kind: 'edit-config',
                path: 'labelContract.clusters',
                value: {
                  name: 'prod-east',
                  serviceAccountToken: '${PROD_EAST_READER_TOKEN}',
                },
              },
            ],
          },
        ]);
      },
    );

    it('offers nothing where the reason is another', () => {
      expect(
        check(broken('no-background-access'), settings('serviceAccount')),
      ).toMatchObject([{ rule: 'background-readable', fixes: [] }]);
    });
  });

  describe("kind-readable, of the tab's own account", () => {
    const readBy = (mayNotRead: readonly WatchedKind[]) => ({
      ...aCluster('prod-east'),
      account: 'own' as const,
      namespaces: ['payments-team'],
      tab: {
        authProvider: 'googleServiceAccount',
        mayNotRead,
        checkedAt: '2026-01-01T09:55:00Z',
      },
    });

    it('says what the tab cannot show, and grants it everywhere: the tab asks for all namespaces', () => {
      expect(check(readBy(['Pod', 'Job']))).toMatchObject([
        {
          rule: 'kind-readable',
          severity: 'error',
          message: {
            id: 'forbidden-to-tab',
            values: {
              kinds: ['Pod', 'Job'],
              since: '2026-01-01T09:55:00Z',
              seenBy: 'account-of-tab',
              authProvider: 'googleServiceAccount',
              words: expect.stringContaining('list pods, jobs'),
            },
          },
          fixes: [
            { apiGroups: [''], resources: ['pods'] },
            { apiGroups: ['batch'], resources: ['jobs'] },
          ],
        },
      ]);
      expect(
        check(readBy(['Pod'])).flatMap(({ fixes }) => fixes),
      ).not.toContainEqual(
        expect.objectContaining({ namespace: 'payments-team' }),
      );
    });

    it('only warns where few services miss it, and finds nothing where the tab may read all', () => {
      expect(check(readBy(['Ingress']))).toMatchObject([
        { severity: 'warning' },
      ]);
      expect(check(readBy([]))).toEqual([]);
    });
  });

  describe('kind-served', () => {
    it('is kept where nobody asks for what is not served', () => {
      expect(check(broken('not-served', 'Rollout', 'Route'))).toEqual([]);
    });

    it('is not where the plugin is configured to ask for it', () => {
      const rollouts = { customResources: [TAB_KINDS.Rollout] };

      expect(
        check(broken('not-served', 'Rollout', 'Route'), rollouts),
      ).toMatchObject([
        {
          rule: 'kind-served',
          severity: 'warning',
          message: { values: { kinds: ['Rollout'] } },
        },
      ]);
      expect(check(broken('not-served', 'Deployment'))).toMatchObject([
        { severity: 'error' },
      ]);
    });
  });

  it('says with which account it was seen, and how the tab signs in', () => {
    const cluster = broken('forbidden', 'Pod');
    const settings = (authProvider: string) => ({
      clusters: [{ name: 'prod-east', authProvider }],
    });
    const seen = (...args: Parameters<typeof check>) =>
      check(...args).map(({ message: { values } }) => [
        values.seenBy,
        values.authProvider,
      ]);

    expect(seen(cluster)).toEqual([['account-of-tab', undefined]]);
    expect(seen(cluster, settings('serviceAccount'))).toEqual([
      ['account-of-tab', 'serviceAccount'],
    ]);
    expect(seen(cluster, settings('oidc'))).toEqual([['own-account', 'oidc']]);
    expect(
      seen({ ...cluster, account: 'own' }, settings('serviceAccount')),
    ).toEqual([['own-account', 'serviceAccount']]);
  });
});
