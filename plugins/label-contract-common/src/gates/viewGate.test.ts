import { aMatchedWorkload } from '../testUtils/aMatchedWorkload';
import { aMatchedWorkloadOf } from '../testUtils/aMatchedWorkloadOf';
import { aPod, labelled } from '../testUtils/someFacts';
import {
  aCronJob,
  aDeploymentConfig,
  aJob,
  aRollout,
  aStatefulSet,
} from '../testUtils/workloads';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { DEFAULT_KUBERNETES_TAB_SETTINGS } from './KubernetesTabSettings';
import { TAB_KINDS } from './tabKinds';
import { viewGate } from './viewGate';

const view = (
  workloads: readonly MatchedWorkload[],
  settings = DEFAULT_KUBERNETES_TAB_SETTINGS,
) => viewGate({ workloads, settings, silent: new Set() });
const right = {
  labels: labelled('payments-platform'),
  templateLabels: labelled('payments-platform'),
};

const api = aMatchedWorkload({ name: 'payments-api' });
const gateway = aMatchedWorkload({
  name: 'payments-gateway',
  template: 'payments-gateway',
});

describe('viewGate', () => {
  it('is open where every row and every pod is drawn', () => {
    expect(view([api])).toEqual({
      gate: 'view',
      state: 'open',
      reason: {
        id: 'all-drawn',
        values: { rows: 1, ofRows: 1, pods: 1, ofPods: 1, lastSeen: 0 },
      },
      holdsBack: [],
    });
  });

  it('draws the row of Ticket 1, and no pods in it', () => {
    expect(view([api, gateway])).toEqual({
      gate: 'view',
      state: 'partly',
      reason: {
        id: 'not-all-drawn',
        values: {
          rows: 2,
          ofRows: 2,
          pods: 1,
          ofPods: 2,
          lastSeen: 0,
          withoutRow: [],
          withoutPods: ['payments-gateway'],
          notDrawn: [],
        },
      },
      holdsBack: ['payments-gateway'],
    });
  });

  it('draws neither row nor pods where the object lacks the label', () => {
    const hidden = aMatchedWorkload({ name: 'hidden', object: undefined });
    expect(view([api, hidden])).toMatchObject({
      state: 'partly',
      reason: {
        values: { rows: 1, pods: 1, withoutRow: ['hidden'], withoutPods: [] },
      },
    });
    expect(view([hidden])).toMatchObject({
      state: 'closed',
      reason: { values: { rows: 0, ofRows: 1, pods: 0, ofPods: 1 } },
      holdsBack: ['hidden'],
    });
  });

  it('does not draw pods that were labelled by hand under a template that is wrong', () => {
    const byHand = aMatchedWorkload({
      name: 'by-hand',
      template: undefined,
      pod: 'payments-platform',
    });
    expect(view([byHand])).toMatchObject({
      state: 'partly',
      reason: { values: { pods: 0, ofPods: 1, withoutPods: ['by-hand'] } },
    });
  });

  it('misses pods that do not follow their template', () => {
    const old = aMatchedWorkload({ name: 'old', pod: 'before' });
    expect(view([old])).toMatchObject({
      state: 'partly',
      reason: { values: { pods: 0, ofPods: 1, withoutPods: ['old'] } },
    });
  });

  it('holds back a workload at zero whose next pods will be hidden', () => {
    const asleep = { desiredReplicas: 0, name: 'asleep' };
    expect(view([aMatchedWorkload(asleep)]).state).toBe('open');
    expect(
      view([aMatchedWorkload({ ...asleep, template: undefined })]),
    ).toMatchObject({ state: 'partly', holdsBack: ['asleep'] });
  });

  it('counts two workloads of one name twice', () => {
    const staging = aMatchedWorkload({
      name: 'payments-gateway',
      namespace: 'staging',
      template: undefined,
    });
    expect(view([gateway, staging]).holdsBack).toEqual([
      'payments-gateway',
      'payments-gateway',
    ]);
  });

  it('draws pods that were labelled by hand under a StatefulSet, which owns them itself', () => {
    const ledger = aStatefulSet({
      name: 'ledger',
      ...right,
      templateLabels: {},
    });
    const pod = aPod(ledger, { labels: labelled('payments-platform') });
    expect(view([aMatchedWorkloadOf(ledger, [pod])])).toMatchObject({
      state: 'partly',
      reason: { values: { pods: 1, ofPods: 1, withoutPods: ['ledger'] } },
    });
  });

  it('draws the pods of a CronJob through its Jobs', () => {
    const nightly = aCronJob({ name: 'nightly', ...right });
    const run = aJob({ name: 'nightly-1' }, nightly);
    const wrong = { ...nightly, jobTemplateLabels: labelled('elsewhere') };
    expect(view([aMatchedWorkloadOf(nightly, [run, aPod(run)])])).toMatchObject(
      { state: 'open', reason: { values: { rows: 1, pods: 1, ofPods: 1 } } },
    );
    expect(view([aMatchedWorkloadOf(wrong, [run, aPod(run)])])).toMatchObject({
      state: 'partly',
      reason: { values: { rows: 1, pods: 0, withoutPods: ['nightly'] } },
    });
  });

  it('draws no Job that runs by itself, and of a DeploymentConfig the row', () => {
    const migrate = aMatchedWorkloadOf(aJob({ name: 'migrate', ...right }));
    const legacy = aMatchedWorkloadOf(
      aDeploymentConfig({ name: 'legacy', ...right }),
    );
    expect(view([migrate])).toMatchObject({
      state: 'closed',
      reason: { values: { rows: 0, notDrawn: ['migrate'], withoutRow: [] } },
      holdsBack: ['migrate'],
    });
    expect(
      view([legacy], {
        ...DEFAULT_KUBERNETES_TAB_SETTINGS,
        customResources: [TAB_KINDS.DeploymentConfig],
      }),
    ).toMatchObject({
      state: 'partly',
      reason: { values: { rows: 1, notDrawn: ['legacy'], withoutPods: [] } },
    });
  });

  it('draws a Rollout like a Deployment, whether it is asked for or not', () => {
    const canary = aMatchedWorkloadOf(aRollout({ name: 'canary', ...right }));
    expect(view([canary]).state).toBe('open');
  });

  it('shows no row of a kind that nothing asks for, which is no fault of the view', () => {
    const ledger = aMatchedWorkloadOf(
      aStatefulSet({ name: 'ledger', ...right }),
    );
    const objectTypes = DEFAULT_KUBERNETES_TAB_SETTINGS.objectTypes.filter(
      each => each !== 'statefulsets',
    );
    expect(
      view([api, ledger], { ...DEFAULT_KUBERNETES_TAB_SETTINGS, objectTypes }),
    ).toMatchObject({
      state: 'open',
      reason: { id: 'all-drawn', values: { rows: 1, ofRows: 2 } },
    });
  });

  it('draws no pods of a Deployment that is a custom resource only', () => {
    expect(
      view([api], {
        ...DEFAULT_KUBERNETES_TAB_SETTINGS,
        objectTypes: ['pods', 'replicasets'],
        customResources: [TAB_KINDS.Deployment],
      }),
    ).toMatchObject({
      state: 'partly',
      reason: { values: { rows: 1, pods: 0, notDrawn: ['payments-api'] } },
    });
  });

  it('does not count as drawn what a silent cluster said last', () => {
    const far = aMatchedWorkload({ name: 'payments-archive', cluster: 'far' });
    const silent = new Set(['far']);
    const settings = DEFAULT_KUBERNETES_TAB_SETTINGS;
    expect(viewGate({ workloads: [api, far], settings, silent })).toEqual({
      gate: 'view',
      state: 'open',
      reason: {
        id: 'all-drawn',
        values: { rows: 1, ofRows: 1, pods: 1, ofPods: 1, lastSeen: 1 },
      },
      holdsBack: [],
    });
    expect(viewGate({ workloads: [far], settings, silent })).toEqual({
      gate: 'view',
      state: 'unknown',
      reason: { id: 'only-last-seen', values: { lastSeen: 1 } },
      holdsBack: ['payments-archive'],
    });
  });

  it('is unknown where there is nothing to draw', () => {
    expect(view([])).toEqual({
      gate: 'view',
      state: 'unknown',
      reason: { id: 'nothing-matched', values: {} },
      holdsBack: [],
    });
  });
});
