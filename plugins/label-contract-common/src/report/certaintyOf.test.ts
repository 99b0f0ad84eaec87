import { KUBERNETES_CLUSTER, KUBERNETES_ID } from '../annotations';
import {
  ClusterFacts,
  Facts,
  WatchedKind,
  WatchProblem,
  WatchState,
} from '../facts/Facts';
import { DEFAULT_KUBERNETES_TAB_SETTINGS } from '../gates/KubernetesTabSettings';
import { HistoryView } from '../match/HistoryView';
import { anEntity } from '../testUtils/anEntity';
import {
  aCluster,
  aHealthyWorkload,
  aPod,
  labelled,
  someFacts,
} from '../testUtils/someFacts';
import { aCronJob, aStatefulSet } from '../testUtils/workloads';
import { evaluateEntity } from './evaluateEntity';

const unknown = { verdict: 'unknown', reason: 'cluster-not-read' };
const right = {
  labels: labelled('payments-platform'),
  templateLabels: labelled('payments-platform'),
};
const api = aHealthyWorkload('api', 'payments-platform');
const ledger = aStatefulSet({ name: 'ledger', ...right });

function dark(reason: WatchProblem['reason'] = 'forbidden'): WatchState {
  const problem = { reason, message: `${reason}.` };
  return { kind: 'dark', since: '2026-01-01T09:31:00Z', problem };
}

/** A cluster that is read, but for some kinds. */
function without(kinds: readonly WatchedKind[], name = 'prod-east') {
  return aCluster(
    name,
    undefined,
    Object.fromEntries(kinds.map(kind => [kind, dark()])),
  );
}

function evaluate(
  facts: readonly Facts[],
  clusters: readonly ClusterFacts[],
  options: { chosen?: string; history?: HistoryView } = {},
) {
  const { chosen, history } = options;
  return evaluateEntity({
    entity: anEntity('payments-platform', {
      [KUBERNETES_ID]: 'payments-platform',
      ...(chosen && { [KUBERNETES_CLUSTER]: chosen }),
    }),
    facts: someFacts({ facts, clusters }),
    settings: {
      ...DEFAULT_KUBERNETES_TAB_SETTINGS,
      serviceLocator: 'singleTenant',
    },
    history,
    now: new Date('2026-01-01T10:00:00Z'),
  });
}

describe('certaintyOf', () => {
  it.each<[WatchedKind]>([
    ['Service'],
    ['EndpointSlice'],
    ['Ingress'],
    ['Route'],
    ['HorizontalPodAutoscaler'],
    ['Namespace'],
    ['Node'],
    ['ControllerRevision'],
  ])('never asks for a %s', kind => {
    for (const facts of [api, []]) {
      const report = evaluate(facts, [without([kind])]);

      expect(report.contract.verdict).not.toBe('unknown');
      expect(report.health.verdict).not.toBe('unknown');
      expect(report.incomplete).toEqual([]);
      expect(report.clusters[0].state.kind).toBe('live');
    }
  });

  it.each<[WatchedKind]>([['Deployment'], ['Pod']])(
    'says nothing certain without a %s',
    kind => {
      const report = evaluate(api, [without([kind])]);

      expect(report.contract).toEqual(unknown);
      expect(report.health).toEqual(unknown);
      expect(report.clusters[0].state.kind).toBe('dark');
      expect(report.incomplete).toEqual([
        {
          cluster: 'prod-east',
          reason: 'forbidden.',
          since: '2026-01-01T09:31:00Z',
          kinds: [kind],
        },
      ]);
    },
  );

  it('judges health by the status of the workload where only ReplicaSets cannot be read', () => {
    const [deployment, replicaSet] = api;
    // Without it nobody knows whose pods those are.
    const orphan = aPod(ledger, {
      controllerUid: replicaSet.uid,
      controllerKind: 'ReplicaSet',
    });
    const report = evaluate([deployment, orphan], [without(['ReplicaSet'])]);

    expect(report.contract).toEqual(unknown);
    expect(report.health).toEqual({ verdict: 'healthy' });
    expect(report.workloads.map(({ ref }) => ref.kind)).toEqual(['Deployment']);
  });

  it('asks for a StatefulSet where the entity has one', () => {
    const stale: WatchState = {
      kind: 'stale',
      asOf: '2026-01-01T09:30:00Z',
      since: '2026-01-01T09:31:00Z',
      problem: { reason: 'forbidden', message: 'forbidden.' },
    };
    const cluster = aCluster('prod-east', undefined, { StatefulSet: stale });
    const report = evaluate([...api, ledger], [cluster]);

    expect(report.contract).toEqual(unknown);
    expect(report.health).toEqual(unknown);
  });

  it('asks for every kind of workload where the entity has nothing', () => {
    expect(evaluate([], [without(['StatefulSet'])]).contract).toEqual(unknown);
  });

  it('does not miss a kind that the entity has none of, and shows beside the verdict that it is not read', () => {
    const report = evaluate(api, [without(['StatefulSet', 'CronJob'])]);

    expect(report.contract).toEqual({ verdict: 'met' });
    expect(report.health).toEqual({ verdict: 'healthy' });
    expect(report.incomplete).toMatchObject([
      { cluster: 'prod-east', kinds: ['StatefulSet', 'CronJob'] },
    ]);
  });

  it('does not let what few accounts may read darken what runs nowhere', () => {
    const report = evaluate([], [without(['Rollout', 'DeploymentConfig'])]);

    expect(report.contract).toEqual({
      verdict: 'not-applicable',
      reason: 'not-deployed',
    });
    expect(report.incomplete).toMatchObject([
      { kinds: ['Rollout', 'DeploymentConfig'] },
    ]);
    expect(evaluate(api, [without(['Rollout'])]).incomplete).toEqual([]);
  });

  it('asks for Rollouts where the entity has pods of one', () => {
    const pod = aPod(ledger, {
      controllerUid: 'unread',
      controllerKind: 'Rollout',
    });
    const report = evaluate([...api, pod], [without(['Rollout'])]);

    expect(report.contract).toEqual(unknown);
    expect(report.incomplete).toMatchObject([{ kinds: ['Rollout'] }]);
  });

  it('asks for Jobs where the entity has a CronJob', () => {
    const nightly = aCronJob({ name: 'nightly', ...right });

    expect(evaluate([...api, nightly], [without(['Job'])]).contract).toEqual(
      unknown,
    );
  });

  it('does not miss what cannot exist: what is not served, and what is not watched', () => {
    const plain = aCluster('prod-east', undefined, {
      Rollout: dark('not-served'),
      DeploymentConfig: undefined,
    });
    const report = evaluate([], [plain]);

    expect(report.contract).toEqual({
      verdict: 'not-applicable',
      reason: 'not-deployed',
    });
    expect(report.incomplete).toEqual([]);
  });

  it('waits for the kinds that are still to come, where the entity has nothing', () => {
    const cluster = aCluster('prod-east', undefined, {
      StatefulSet: { kind: 'syncing' },
    });

    expect(evaluate([], [cluster]).contract).toEqual({
      verdict: 'unknown',
      reason: 'syncing',
    });
    expect(evaluate(api, [cluster]).contract).toEqual({ verdict: 'met' });
  });

  it('asks for a cluster that the entity names, whatever is known of others', () => {
    const clusters = [aCluster('prod-east'), without(['Pod'], 'prod-west')];

    expect(evaluate(api, clusters).contract).toEqual({ verdict: 'met' });
    expect(evaluate(api, clusters, { chosen: 'prod-east' }).contract).toEqual({
      verdict: 'met',
    });
    expect(evaluate(api, clusters, { chosen: 'prod-west' }).contract).toEqual(
      unknown,
    );
  });

  it('cannot say that nothing is there where only some namespaces are read', () => {
    const cluster = { ...aCluster('prod-east'), namespaces: ['shop'] };

    expect(evaluate([], [cluster]).contract).toEqual(unknown);
    expect(evaluate(api, [cluster]).contract).toEqual({ verdict: 'met' });
    expect(evaluate(api, [cluster]).incomplete).toEqual([
      {
        cluster: 'prod-east',
        reason: 'Only these namespaces are read there: shop.',
      },
    ]);
  });

  it('says removed, and since when, of what was there once', () => {
    const history: HistoryView = {
      labelChangesOf: () => [],
      claimsBefore: () => [],
      lastMatched: () => ({ until: '2026-01-01T09:00:00Z', workloads: 2 }),
    };

    expect(evaluate([], [aCluster('prod-east')], { history }).health).toEqual({
      verdict: 'not-applicable',
      reason: 'removed',
      since: '2026-01-01T09:00:00Z',
    });
  });

  it('never says met where one missing credential takes every cluster away', () => {
    const report = evaluateEntity({
      entity: anEntity('payments-platform'),
      facts: someFacts({
        facts: api,
        clusters: [
          aCluster('prod-east'),
          aCluster('prod-west', dark('no-background-access')),
        ],
      }),
      settings: {
        ...DEFAULT_KUBERNETES_TAB_SETTINGS,
        clusters: [{ name: 'prod-west', authProvider: 'serviceAccount' }],
      },
      now: new Date('2026-01-01T10:00:00Z'),
    });

    expect(report.workloads).toMatchObject([
      { visibility: 'partly', hiddenBecause: 'tab-fails' },
    ]);
    expect(report.contract).toEqual(unknown);
    expect(report.health).toEqual({ verdict: 'healthy' });
  });
});
