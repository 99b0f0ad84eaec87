import { KUBERNETES_CLUSTER } from '../annotations';
import { ClusterFacts, WatchProblem, WatchState } from '../facts/Facts';
import { anEntity } from '../testUtils/anEntity';
import { aCluster } from '../testUtils/someFacts';
import { askedClusters } from './askedClusters';
import { clusterGate } from './clusterGate';
import {
  DEFAULT_KUBERNETES_TAB_SETTINGS,
  KubernetesTabSettings,
} from './KubernetesTabSettings';

function dark(reason: WatchProblem['reason']): WatchState {
  return {
    kind: 'dark',
    since: '2026-01-01T09:31:00Z',
    problem: { reason, message: 'It does not work.' },
  };
}

function gateOf(
  clusters: ClusterFacts[],
  options: Partial<KubernetesTabSettings> & { annotated?: string } = {},
) {
  const { annotated, ...rest } = options;
  const settings = { ...DEFAULT_KUBERNETES_TAB_SETTINGS, ...rest };
  const entity = anEntity(
    'pay',
    annotated ? { [KUBERNETES_CLUSTER]: annotated } : {},
  );
  const asked = askedClusters({
    entity,
    settings,
    known: clusters.map(({ name }) => name),
  });
  return clusterGate({ asked, settings, clusters });
}

const east = aCluster('prod-east');
const both = ['prod-east', 'prod-west'];

describe('clusterGate', () => {
  it('is open where all that are asked answer', () => {
    expect(gateOf([east, aCluster('prod-west')])).toEqual({
      gate: 'cluster',
      state: 'open',
      reason: { id: 'all', values: { clusters: both } },
      holdsBack: [],
    });
  });

  it.each(['unreachable', 'unauthorized'] as const)(
    'is partly open where one is %s, and closed where it is the only one',
    reason => {
      const west = aCluster('prod-west', dark(reason));
      expect(gateOf([east, west])).toEqual({
        gate: 'cluster',
        state: 'partly',
        reason: {
          id: 'not-answering',
          values: { clusters: ['prod-west'], asked: both },
        },
        holdsBack: ['prod-west'],
      });
      expect(gateOf([west]).state).toBe('closed');
    },
  );

  it('does not take one kind that is slow, or does not answer, for its cluster', () => {
    const west = aCluster('prod-west', undefined, {
      Ingress: { kind: 'syncing' },
      StatefulSet: dark('unreachable'),
    });
    expect(gateOf([east, west]).state).toBe('open');
  });

  it('leaves kinds that are forbidden or not served to the next gate', () => {
    const west = aCluster('prod-west', dark('forbidden'), {
      Pod: dark('not-served'),
    });
    expect(gateOf([east, west]).state).toBe('open');
  });

  it.each([
    [
      'a ServiceAccount without a token, outside of a pod',
      { name: 'prod-west', authProvider: 'serviceAccount' },
    ],
    [
      'OIDC that names no provider',
      { name: 'prod-west', authProvider: 'oidc' },
    ],
  ])('is closed for all clusters by %s', (_, cluster) => {
    const west = aCluster('prod-west', dark('no-background-access'));
    expect(gateOf([east, west], { clusters: [cluster] })).toEqual({
      gate: 'cluster',
      state: 'closed',
      reason: {
        id: 'credential-missing',
        values: { clusters: ['prod-west'], asked: both },
      },
      holdsBack: both,
    });
  });

  it('takes nothing from an entity that does not ask that cluster', () => {
    const west = aCluster('prod-west', dark('no-background-access'));
    const gate = gateOf([east, west], {
      serviceLocator: 'singleTenant',
      annotated: 'prod-east',
      clusters: [{ name: 'prod-west', authProvider: 'serviceAccount' }],
    });
    expect(gate).toMatchObject({ state: 'open', reason: { id: 'chosen' } });
  });

  it.each([
    ['oidc', 'needs-sign-in', { oidcTokenProvider: 'okta' }],
    ['google', 'needs-sign-in', {}],
    ['aks', 'needs-sign-in', {}],
    ['aws', 'not-ours', {}],
    ['pinniped', 'not-ours', {}],
  ])('is unknown with %s: %s', (authProvider, id, others) => {
    const west = aCluster('prod-west', dark('no-background-access'));
    const clusters = [{ name: 'prod-west', authProvider, ...others }];
    expect(gateOf([east, west], { clusters })).toMatchObject({
      state: 'unknown',
      reason: { id, values: { clusters: ['prod-west'], asked: both } },
      holdsBack: ['prod-west'],
    });
  });

  it('is unknown while a cluster syncs', () => {
    const west = aCluster('prod-west', { kind: 'syncing' });
    expect(gateOf([east, west])).toMatchObject({
      state: 'unknown',
      reason: { id: 'syncing' },
      holdsBack: ['prod-west'],
    });
  });

  it('names a credential that is missing before a cluster that is silent', () => {
    const gate = gateOf(
      [
        aCluster('prod-east', dark('unreachable')),
        aCluster('prod-west', dark('no-background-access')),
      ],
      { clusters: [{ name: 'prod-west', authProvider: 'serviceAccount' }] },
    );
    expect(gate).toMatchObject({
      state: 'closed',
      reason: { id: 'credential-missing' },
    });
  });

  it('is closed where the annotation names no cluster', () => {
    const gate = gateOf([east], {
      serviceLocator: 'singleTenant',
      annotated: 'Prod-East',
    });
    expect(gate).toEqual({
      gate: 'cluster',
      state: 'closed',
      reason: {
        id: 'annotation-names-none',
        values: {
          value: 'Prod-East',
          known: ['prod-east'],
          nearly: ['prod-east'],
        },
      },
      holdsBack: [],
    });
  });

  it('is unknown where the cluster may be one that nobody lists', () => {
    const unlisted = aCluster('gke (locator 1)', dark('no-background-access'));
    const gate = gateOf([unlisted], {
      serviceLocator: 'singleTenant',
      annotated: 'gke-1',
      hasUnlistedClusters: true,
    });
    expect(gate).toMatchObject({
      state: 'unknown',
      reason: { id: 'not-listed' },
    });
  });
});
