import { WatchState } from '../facts/Facts';
import { DEFAULT_KUBERNETES_TAB_SETTINGS } from '../gates/KubernetesTabSettings';
import { aCluster } from '../testUtils/someFacts';
import { accessFindings } from './accessFindings';

const forbidden: WatchState = {
  kind: 'dark',
  since: '2026-01-05T09:31:00.000Z',
  problem: {
    reason: 'forbidden',
    message:
      'pods is forbidden: User "system:serviceaccount:portal:reader" cannot list resource "pods"',
  },
};

function find(
  clusters: Parameters<typeof accessFindings>[0]['clusters'],
  incomplete: string[],
) {
  return accessFindings({
    clusters,
    incomplete: incomplete.map(cluster => ({ cluster, reason: '' })),
    settings: DEFAULT_KUBERNETES_TAB_SETTINGS,
    now: new Date('2026-01-05T10:00:00Z'),
  });
}

describe('accessFindings', () => {
  it('grants the account what is missing, and nothing else', () => {
    const cluster = aCluster('dev', undefined, { Pod: forbidden });

    expect(find([cluster], ['dev'])).toMatchObject([
      {
        rule: 'kind-readable',
        severity: 'error',
        fixes: [
          {
            kind: 'grant-read',
            cluster: 'dev',
            apiGroups: [''],
            resources: ['pods'],
            verbs: ['get', 'list', 'watch'],
            account: 'system:serviceaccount:portal:reader',
          },
        ],
      },
    ]);
  });

  it('leaves alone what takes nothing from the answer', () => {
    const cluster = aCluster('dev', undefined, { Ingress: forbidden });

    expect(find([cluster], [])).toEqual([]);
  });

  it('tells what only the tab may not read', () => {
    const cluster = {
      ...aCluster('dev'),
      tab: {
        authProvider: 'googleServiceAccount',
        mayNotRead: ['Job' as const],
        checkedAt: '2026-01-05T09:31:00.000Z',
      },
    };

    expect(find([cluster], [])).toMatchObject([
      { message: { id: 'forbidden-to-tab', values: { kinds: ['Job'] } } },
    ]);
  });
});
