import { ContainerFacts, PodFacts } from '../facts/PodFacts';
import { TroubleFacts } from '../facts/TroubleFacts';
import { aHealthCheck, aTrouble } from '../testUtils/aHealthCheck';
import { aSickWorkload } from '../testUtils/aSickWorkload';
import { healthOf, secondsAgo } from '../testUtils/healthOf';
import { aContainer, aPod } from '../testUtils/someFacts';
import { aNamespace } from '../testUtils/surroundings';
import {
  aCronJob,
  aDaemonSet,
  aJob,
  aStatefulSet,
} from '../testUtils/workloads';
import { workloadRules } from './allRules';
import { checkHealth } from './checkHealth';

const waiting = (waitingReason: string): Partial<PodFacts> => ({
  containers: [aContainer({ isReady: false, waitingReason })],
});
const ended = (reason: string): Partial<ContainerFacts> => ({
  isReady: false,
  restartCount: 1,
  lastTermination: { exitCode: 137, reason, finishedAt: secondsAgo(5) },
});

/** One pod for each trouble that pods can have, in the order in which the troubles count. */
const sickPods: [rule: string, pod: Partial<PodFacts>][] = [
  ['pods-schedulable', { containers: [], schedulingFailure: 'no node' }],
  ['node-serves-pods', { areContainersReady: true }],
  [
    'volumes-mount',
    {
      ...waiting('ContainerCreating'),
      readinessChangedAt: secondsAgo(200),
    },
  ],
  ['image-pullable', waiting('ErrImagePull')],
  ['configuration-exists', waiting('CreateContainerConfigError')],
  ['dependency-exists', waiting('CrashLoopBackOff')],
  [
    'init-containers-finish',
    {
      ...waiting('PodInitializing'),
      initContainers: [aContainer({ waitingReason: 'CrashLoopBackOff' })],
    },
  ],
  ['memory-suffices', { containers: [aContainer(ended('OOMKilled'))] }],
  ['container-keeps-running', { containers: [aContainer(ended('Error'))] }],
  [
    'probes-pass',
    {
      readinessChangedAt: secondsAgo(100),
      containers: [
        aContainer({
          isReady: false,
          runningSince: secondsAgo(500),
          readinessAllowanceSeconds: 31,
        }),
      ],
    },
  ],
];

/** What was read about those pods, by uid. */
const troubles: Record<string, TroubleFacts> = {
  [uidOf('volumes-mount')]: aTrouble({
    events: [['FailedMount', 'mount failed: exit status 32']],
  }),
  [uidOf('dependency-exists')]: aTrouble({
    logLines: { main: ['connect ECONNREFUSED postgres:5432'] },
  }),
};

function uidOf(rule: string): string {
  return `pod-prod-east-${rule}`;
}

describe('checkHealth', () => {
  it.each(sickPods.map(([rule], index) => ({ rule, index })))(
    'takes $rule for the cause of all that comes after it',
    ({ rule, index }) => {
      const pods = sickPods
        .slice(index)
        .map(([name, pod]) => ({ ...pod, name, uid: uidOf(name) }));
      const facts = { progressFailure: 'ProgressDeadlineExceeded' };
      expect(
        healthOf(aSickWorkload(pods.reverse(), facts), { troubles }),
      ).toMatchObject({ rule });
    },
  );

  it('knows a pod for every health rule that looks at pods', () => {
    const others = [
      'quota-suffices',
      'admission-accepts',
      'job-completes',
      'rollout-finishes',
    ];
    expect(sickPods.map(([rule]) => rule)).toEqual(
      workloadRules
        .filter(
          ({ id, verdict }) => verdict === 'health' && !others.includes(id),
        )
        .map(({ id }) => id),
    );
  });

  describe.each(sickPods)('with a pod that breaks %s', (rule, facts) => {
    const pod = { ...facts, name: rule, uid: uidOf(rule) };
    it.each<[string, Partial<PodFacts>]>([
      ['is being deleted', { isDeleting: true }],
      ['was evicted, or shut down with its node', { phase: 'Failed' }],
      ['is completed', { phase: 'Succeeded' }],
      ['is about to be preempted', { isDisrupted: true }],
    ])('does not alarm while that pod %s', (_, state) => {
      const pods = [{ isReady: true }, { ...pod, ...state }];
      expect(healthOf(aSickWorkload(pods), { troubles })).toBeUndefined();
    });

    it('does not alarm while the Deployment is scaled to zero', () => {
      expect(
        healthOf(aSickWorkload([pod], { desiredReplicas: 0 }), { troubles }),
      ).toBeUndefined();
    });

    it('does not alarm while its namespace is being deleted', () => {
      const ends = aNamespace({ name: 'payments-team', isTerminating: true });
      expect(
        healthOf(aSickWorkload([pod]), { troubles, facts: [ends] }),
      ).toBeUndefined();
    });

    it.each([
      aStatefulSet({ name: 'desk', readyReplicas: 0 }),
      aDaemonSet({ name: 'desk', readyReplicas: 0 }),
      aJob({ name: 'desk', readyReplicas: 0 }),
    ])('sees it in a $kind, too', workload => {
      const sick = aPod(workload, { isReady: false, ...pod });
      expect(
        checkHealth(aHealthCheck(workload, [sick], { troubles })),
      ).toMatchObject({ rule, subject: { kind: workload.kind } });
    });

    it('sees it in the Job that a CronJob runs', () => {
      const cronJob = aCronJob({ name: 'desk' });
      const job = aJob({ name: 'desk-1', readyReplicas: 0 }, cronJob);
      const sick = aPod(job, { isReady: false, ...pod });
      expect(
        checkHealth(aHealthCheck(cronJob, [job, sick], { troubles })),
      ).toMatchObject({ rule, subject: { kind: 'CronJob', name: 'desk' } });
    });

    it('does not alarm for a hook of a release', () => {
      const hook = aJob({ name: 'desk', readyReplicas: 0, isHook: true });
      const sick = aPod(hook, { isReady: false, ...pod });
      expect(
        checkHealth(aHealthCheck(hook, [sick], { troubles })),
      ).toBeUndefined();
    });
  });

  it('gives the same answer in whatever order pods are known', () => {
    const pods = [
      { ...waiting('ErrImagePull'), name: 'a' },
      {
        containers: [
          aContainer({ name: 'proxy', waitingReason: 'ErrImagePull' }),
        ],
        name: 'b',
      },
    ];
    expect(healthOf(aSickWorkload(pods))).toEqual(
      healthOf(aSickWorkload([...pods].reverse())),
    );
  });
});
