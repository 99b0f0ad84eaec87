import { Facts } from '../facts/Facts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { aHealthCheck } from '../testUtils/aHealthCheck';
import { secondsAgo } from '../testUtils/healthOf';
import {
  aContainer,
  aDeployment,
  aPod,
  aReplicaSet,
} from '../testUtils/someFacts';
import { aNamespace } from '../testUtils/surroundings';
import {
  aCronJob,
  aDaemonSet,
  aDeploymentConfig,
  aJob,
  aRollout,
  aStatefulSet,
} from '../testUtils/workloads';
import { healthOfWorkload } from './healthOfWorkload';

const crashing = {
  isReady: false,
  containers: [
    aContainer({ isReady: false, waitingReason: 'CrashLoopBackOff' }),
  ],
};
const unready = { readyReplicas: 0 };
const over = { activePods: 0, readyReplicas: 0 };
const failure = { reason: 'BackoffLimitExceeded', at: secondsAgo(60) };
const name = 'desk';

const cronJob = aCronJob({ name });
const runOf = (facts: Partial<Parameters<typeof aJob>[0]>) =>
  aJob({ name: `${name}-1`, ...facts }, cronJob);
const barePod = (facts: Partial<Parameters<typeof aPod>[1]>) => ({
  ...aPod(aReplicaSet(aDeployment({ name })), facts),
  controllerUid: undefined,
  controllerKind: undefined,
});
const withPod = (
  workload: Exclude<WorkloadFacts, { kind: 'Pod' }>,
  pod: Parameters<typeof aPod>[1] = {},
): [WorkloadFacts, Facts[]] => [workload, [aPod(workload, pod)]];

describe('healthOfWorkload', () => {
  it.each<[string, WorkloadFacts, Facts[]]>([
    ['a StatefulSet', ...withPod(aStatefulSet({ name }))],
    ['a DaemonSet', ...withPod(aDaemonSet({ name }))],
    ['a Rollout', ...withPod(aRollout({ name }))],
    ['a DeploymentConfig', ...withPod(aDeploymentConfig({ name }))],
    [
      'a ReplicaSet that nothing controls',
      ...withPod({
        ...aReplicaSet(aDeployment({ name })),
        controllerUid: undefined,
      }),
    ],
    ['a CronJob that never ran', cronJob, []],
    [
      'a CronJob between two runs',
      cronJob,
      [runOf({ ...over, completedAt: secondsAgo(60) })],
    ],
    ['a Job that runs', ...withPod(aJob({ name }))],
    ['a pod that nothing controls', barePod({}), []],
  ])('calls %s healthy', (_, workload, around) => {
    expect(healthOfWorkload(aHealthCheck(workload, around))).toBe('healthy');
  });

  it.each<[string, WorkloadFacts, Facts[]]>([
    ['a StatefulSet', ...withPod(aStatefulSet({ name, ...unready }), crashing)],
    ['a DaemonSet', ...withPod(aDaemonSet({ name, ...unready }), crashing)],
    ['a Job', ...withPod(aJob({ name, ...unready }), crashing)],
    ['a pod that nothing controls', barePod(crashing), []],
    [
      'the running Job of a CronJob',
      cronJob,
      [runOf(unready), aPod(runOf(unready), crashing)],
    ],
    ['a Job that gave up', aJob({ name, ...over, failure }), []],
    ['a Job that gave up without a word', aJob({ name, failure: {} }), []],
    ['a CronJob whose last run did', cronJob, [runOf({ ...over, failure })]],
    ['a Rollout', aRollout({ name, progressFailure: 'RolloutAborted' }), []],
    [
      'a DeploymentConfig',
      aDeploymentConfig({ name, progressFailure: 'ProgressDeadlineExceeded' }),
      [],
    ],
  ])('calls %s failing that fails', (_, workload, around) => {
    expect(healthOfWorkload(aHealthCheck(workload, around))).toBe('failing');
  });

  it.each<[string, WorkloadFacts]>([
    ['a StatefulSet', aStatefulSet({ name, ...unready })],
    ['a DaemonSet', aDaemonSet({ name, updatedReplicas: 0 })],
    ['a Rollout', aRollout({ name, isObserved: false })],
    ['a Job', aJob({ name, ...unready })],
    ['a pod', barePod({ isReady: false, phase: 'Pending' })],
  ])('calls %s progressing while it starts', (_, workload) => {
    expect(healthOfWorkload(aHealthCheck(workload))).toBe('progressing');
  });

  it.each<[string, WorkloadFacts, Facts[]]>([
    ['scaled to zero', aStatefulSet({ name, desiredReplicas: 0 }), []],
    [
      'a DaemonSet that no node is for',
      aDaemonSet({ name, desiredReplicas: 0 }),
      [],
    ],
    [
      'suspended',
      aCronJob({ name, isSuspended: true }),
      [runOf({ ...over, failure })],
    ],
    ['completed', aJob({ name, completedAt: secondsAgo(5) }), []],
    ['a hook that failed', aJob({ name, failure, isHook: true }), []],
    ['a pod that ended well', barePod({ phase: 'Succeeded' }), []],
    [
      'a pod that was evicted and that nothing starts again',
      barePod({ ...crashing, phase: 'Failed' }),
      [],
    ],
    [
      'in a namespace that is being deleted',
      aStatefulSet({ name, ...unready }),
      [
        aPod(aStatefulSet({ name }), crashing),
        aNamespace({ name: 'payments-team', isTerminating: true }),
      ],
    ],
  ])('says that nothing has to run of what is %s', (_, workload, around) => {
    expect(healthOfWorkload(aHealthCheck(workload, around))).toBe(
      'nothing-running',
    );
  });
});
