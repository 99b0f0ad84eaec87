import { ClusterFacts, WatchState } from '../facts/Facts';
import { aMatchedWorkload } from '../testUtils/aMatchedWorkload';
import { aMatchedWorkloadOf } from '../testUtils/aMatchedWorkloadOf';
import { aCluster, labelled } from '../testUtils/someFacts';
import {
  aCronJob,
  aDaemonSet,
  aDeploymentConfig,
  aJob,
  aRollout,
  aStatefulSet,
} from '../testUtils/workloads';
import { hiddenBecause } from './hiddenBecause';
import {
  DEFAULT_KUBERNETES_TAB_SETTINGS,
  DEFAULT_OBJECT_TYPES,
  KubernetesTabSettings,
} from './KubernetesTabSettings';
import { TAB_KINDS } from './tabKinds';

const right = {
  name: 'x',
  labels: labelled('payments-platform'),
  templateLabels: labelled('payments-platform'),
};
const forbidden: WatchState = {
  kind: 'dark',
  since: '2026-01-01T09:31:00Z',
  problem: { reason: 'forbidden', message: 'It is forbidden.' },
};

function whyOf(
  workload: Parameters<typeof hiddenBecause>[0]['workload'],
  options: Partial<KubernetesTabSettings> & {
    clusters?: never;
    on?: ClusterFacts;
    doesTabFail?: boolean;
  } = {},
) {
  const {
    on = aCluster('prod-east'),
    doesTabFail = false,
    ...settings
  } = options;
  return hiddenBecause({
    workload,
    settings: { ...DEFAULT_KUBERNETES_TAB_SETTINGS, ...settings },
    clusters: [on],
    doesTabFail,
  });
}

describe('hiddenBecause', () => {
  it.each([
    aMatchedWorkload({ name: 'x' }),
    aMatchedWorkloadOf(aStatefulSet(right)),
    aMatchedWorkloadOf(aDaemonSet(right)),
    aMatchedWorkloadOf(aCronJob(right)),
  ])('says nothing of what is labelled right and drawn', workload => {
    expect(whyOf(workload)).toBeUndefined();
  });

  it('says labels before anything else', () => {
    const job = aMatchedWorkloadOf(aJob({ ...right, templateLabels: {} }));
    expect(whyOf(job, { doesTabFail: true })).toBe('labels');
    const cronJob = aCronJob({
      ...right,
      jobTemplateLabels: labelled('elsewhere'),
    });
    expect(whyOf(aMatchedWorkloadOf(cronJob))).toBe('labels');
  });

  it('says that the tab fails where one credential takes all clusters away', () => {
    expect(
      whyOf(aMatchedWorkloadOf(aStatefulSet(right)), { doesTabFail: true }),
    ).toBe('tab-fails');
  });

  it('says that a Job is not drawn, be it asked for or not', () => {
    const job = aMatchedWorkloadOf(aJob(right));
    expect(whyOf(job)).toBe('not-drawn');
    expect(whyOf(job, { objectTypes: [] })).toBe('not-drawn');
  });

  it('says that a kind is not asked for, until it is', () => {
    const rollout = aMatchedWorkloadOf(aRollout(right));
    expect(whyOf(rollout)).toBe('not-asked-for');
    expect(
      whyOf(rollout, { customResources: [TAB_KINDS.Rollout] }),
    ).toBeUndefined();
  });

  it('says row only of a DeploymentConfig that is asked for', () => {
    const config = aMatchedWorkloadOf(aDeploymentConfig(right));
    expect(whyOf(config)).toBe('not-asked-for');
    expect(
      whyOf(config, { customResources: [TAB_KINDS.DeploymentConfig] }),
    ).toBe('row-only');
  });

  it('says row only where the kinds are missing that pods are found through', () => {
    const objectTypes = DEFAULT_OBJECT_TYPES.filter(type => type !== 'pods');
    expect(
      whyOf(aMatchedWorkloadOf(aStatefulSet(right)), { objectTypes }),
    ).toBe('row-only');
  });

  it('says what may not be read', () => {
    const stateful = aMatchedWorkloadOf(aStatefulSet(right));
    const on = (watches: ClusterFacts['watches']) =>
      aCluster('prod-east', undefined, watches);
    expect(whyOf(stateful, { on: on({ StatefulSet: forbidden }) })).toBe(
      'not-readable',
    );
    expect(whyOf(stateful, { on: on({ Pod: forbidden }) })).toBe('row-only');
    expect(
      whyOf(stateful, { on: on({ ReplicaSet: forbidden }) }),
    ).toBeUndefined();
  });
});
