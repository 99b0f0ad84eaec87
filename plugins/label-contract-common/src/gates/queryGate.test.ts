import {
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
} from '../annotations';
import { claimOfEntity } from '../claim/claimOfEntity';
import { ClusterFacts, WatchProblem, WatchState } from '../facts/Facts';
import { anEntity } from '../testUtils/anEntity';
import { aMatchedWorkload } from '../testUtils/aMatchedWorkload';
import { aMatchedWorkloadOf } from '../testUtils/aMatchedWorkloadOf';
import { aCluster } from '../testUtils/someFacts';
import { aCronJob, aRollout, aStatefulSet } from '../testUtils/workloads';
import { MatchedWorkload } from '../match/MatchedWorkload';
import {
  DEFAULT_KUBERNETES_TAB_SETTINGS,
  DEFAULT_OBJECT_TYPES,
  KubernetesTabSettings,
} from './KubernetesTabSettings';
import { queryGate } from './queryGate';
import { TAB_KINDS } from './tabKinds';

function dark(reason: WatchProblem['reason']): WatchState {
  return {
    kind: 'dark',
    since: '2026-01-01T09:31:00Z',
    problem: { reason, message: 'It does not work.' },
  };
}

function gateOf(
  annotations: Record<string, string>,
  options: Partial<KubernetesTabSettings> & {
    on?: ClusterFacts[];
    workloads?: readonly MatchedWorkload[];
  } = {},
) {
  const {
    on = [aCluster('prod-east')],
    workloads = [aMatchedWorkload({ name: 'api' })],
    ...settings
  } = options;
  const entity = anEntity('pay', annotations);
  return queryGate({
    entity,
    claim: claimOfEntity(entity),
    settings: { ...DEFAULT_KUBERNETES_TAB_SETTINGS, ...settings },
    clusters: on,
    workloads,
  });
}

const byId = { [KUBERNETES_ID]: 'pay' };
const without = (...left: string[]) => ({
  objectTypes: DEFAULT_OBJECT_TYPES.filter(type => !left.includes(type)),
});

describe('queryGate', () => {
  it.each([
    ['the id', byId, { query: `${KUBERNETES_ID}=pay` }],
    [
      'an id with blanks around, which the API server accepts',
      { [KUBERNETES_ID]: 'pay\n' },
      { query: `${KUBERNETES_ID}=pay\n` },
    ],
    [
      'the selector, and not the id',
      { ...byId, [KUBERNETES_LABEL_SELECTOR]: 'app in (a, b),!canary' },
      { query: 'app in (a, b),!canary' },
    ],
    [
      'one namespace',
      { ...byId, [KUBERNETES_NAMESPACE]: 'payments-team' },
      { query: `${KUBERNETES_ID}=pay`, namespace: 'payments-team' },
    ],
  ])('is open, and sends %s', (_, annotations, values) => {
    expect(gateOf(annotations)).toEqual({
      gate: 'query',
      state: 'open',
      reason: { id: 'sent', values },
      holdsBack: [],
    });
  });

  it('says what is asked for without a claim, and judges nothing', () => {
    expect(gateOf({ [KUBERNETES_ID]: '' })).toEqual({
      gate: 'query',
      state: 'unknown',
      reason: {
        id: 'falls-back-to-name',
        values: { query: `${KUBERNETES_ID}=pay` },
      },
      holdsBack: [],
    });
  });

  it.each([
    ['an id with a slash', { [KUBERNETES_ID]: 'team/pay' }, 'refused'],
    [
      'a selector with a comma at its end',
      { [KUBERNETES_LABEL_SELECTOR]: 'app=pay,' },
      'refused',
    ],
    ['a list of ids', { [KUBERNETES_ID]: 'pay,orders' }, 'asks-for-no-id'],
    ['an id of blanks', { [KUBERNETES_ID]: '  ' }, 'asks-for-no-id'],
    [
      'a list of namespaces',
      { ...byId, [KUBERNETES_NAMESPACE]: 'payments-team,staging' },
      'namespace-illegal',
    ],
    [
      'a namespace with a wildcard',
      { ...byId, [KUBERNETES_NAMESPACE]: 'payments-*' },
      'namespace-illegal',
    ],
    [
      'a namespace in upper case',
      { ...byId, [KUBERNETES_NAMESPACE]: 'Payments-Team' },
      'namespace-illegal',
    ],
    [
      'a namespace of 64 characters',
      { ...byId, [KUBERNETES_NAMESPACE]: 'a'.repeat(64) },
      'namespace-illegal',
    ],
  ])('is closed by %s', (_, annotations, id) => {
    expect(gateOf(annotations)).toMatchObject({
      state: 'closed',
      reason: { id },
      holdsBack: ['api'],
    });
  });

  it('is open for a namespace of 63 characters', () => {
    const annotations = { ...byId, [KUBERNETES_NAMESPACE]: 'a'.repeat(63) };
    expect(gateOf(annotations).state).toBe('open');
  });

  it.each([
    ['closed', ['deployments']],
    ['closed', ['deployments', 'replicasets', 'pods']],
    ['partly', ['replicasets']],
    ['partly', ['pods']],
  ])('is %s where %j are not asked for', (state, objectTypes) => {
    expect(gateOf(byId, without(...objectTypes))).toMatchObject({
      state,
      reason: { id: 'kinds-not-asked', values: { objectTypes } },
      holdsBack: ['api'],
    });
  });

  it('does not miss kinds that need not be asked for', () => {
    expect(gateOf(byId, without('ingresses', 'jobs')).state).toBe('open');
  });

  it('is open for Deployments that are custom resources, and for their pods gate 4 decides', () => {
    const settings = {
      ...without('deployments'),
      customResources: [TAB_KINDS.Deployment],
    };
    expect(gateOf(byId, settings).state).toBe('open');

    const ofItsOwn = {
      name: 'prod-east',
      authProvider: 'serviceAccount',
      customResources: [],
    };
    expect(gateOf(byId, { ...settings, clusters: [ofItsOwn] }).state).toBe(
      'closed',
    );
  });

  describe('with workloads of several kinds', () => {
    const api = aMatchedWorkload({ name: 'api' });
    const ledger = aMatchedWorkloadOf(aStatefulSet({ name: 'ledger' }));
    const nightly = aMatchedWorkloadOf(aCronJob({ name: 'nightly' }));
    const canary = aMatchedWorkloadOf(aRollout({ name: 'canary' }));

    it.each([
      [['statefulsets'], [api, ledger], ['ledger'], 'partly'],
      [['statefulsets'], [ledger], ['ledger'], 'closed'],
      [['statefulsets'], [api], [], 'open'],
      [['jobs'], [api, nightly], ['nightly'], 'partly'],
      [['replicasets'], [api, ledger], ['api'], 'partly'],
    ] as const)(
      'holds back by its kind where %j are not asked for',
      (objectTypes, workloads, holdsBack, state) => {
        expect(
          gateOf(byId, { ...without(...objectTypes), workloads }),
        ).toMatchObject({ state, holdsBack });
      },
    );

    it('names custom resources that are not asked for', () => {
      expect(gateOf(byId, { workloads: [api, canary] })).toMatchObject({
        state: 'partly',
        reason: {
          id: 'kinds-not-asked',
          values: {
            objectTypes: [],
            customResources: ['argoproj.io/rollouts'],
          },
        },
        holdsBack: ['canary'],
      });
      expect(
        gateOf(byId, {
          workloads: [api, canary],
          customResources: [TAB_KINDS.Rollout],
        }).state,
      ).toBe('open');
    });

    it('holds back the kind that is forbidden, on that cluster only', () => {
      const on = [
        aCluster('prod-east', undefined, { StatefulSet: dark('forbidden') }),
        aCluster('prod-west'),
      ];
      const west = aMatchedWorkloadOf(
        aStatefulSet({ name: 'west', cluster: 'prod-west' }),
      );
      expect(
        gateOf(byId, { on, workloads: [api, ledger, west] }),
      ).toMatchObject({
        state: 'partly',
        reason: {
          values: {
            kinds: [
              {
                cluster: 'prod-east',
                kind: 'StatefulSet',
                problem: 'forbidden',
              },
            ],
          },
        },
        holdsBack: ['ledger'],
      });
      expect(gateOf(byId, { on, workloads: [api] }).state).toBe('open');
    });

    it('misses no kind that a cluster does not serve', () => {
      const on = [
        aCluster('prod-east', undefined, { Rollout: dark('not-served') }),
      ];
      expect(
        gateOf(byId, {
          on,
          workloads: [canary],
          customResources: [TAB_KINDS.Rollout],
        }).state,
      ).toBe('open');
    });
  });

  it.each(['forbidden', 'not-served'] as const)(
    'is partly open where pods are %s',
    problem => {
      const on = [aCluster('prod-east', undefined, { Pod: dark(problem) })];
      expect(gateOf(byId, { on })).toMatchObject({
        state: 'partly',
        reason: {
          id: 'kinds-not-readable',
          values: { kinds: [{ cluster: 'prod-east', kind: 'Pod', problem }] },
        },
        holdsBack: ['api'],
      });
    },
  );

  it('is closed where Deployments are forbidden on every cluster, and partly on one', () => {
    const forbidden = aCluster('prod-east', undefined, {
      Deployment: dark('forbidden'),
    });
    expect(gateOf(byId, { on: [forbidden] }).state).toBe('closed');
    expect(gateOf(byId, { on: [forbidden, aCluster('prod-west')] }).state).toBe(
      'partly',
    );
  });

  it.each([
    ['unreachable', dark('unreachable')],
    ['syncing', { kind: 'syncing' } as const],
  ])('is unknown where the only cluster is %s', (_, state) => {
    const on = [aCluster('prod-east', state)];
    expect(gateOf(byId, { on })).toMatchObject({
      state: 'unknown',
      reason: { id: 'not-read' },
    });
  });
});
