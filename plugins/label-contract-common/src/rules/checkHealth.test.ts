import { ContainerFacts, PodFacts } from '../facts/PodFacts';
import { aSickWorkload } from '../testUtils/aSickWorkload';
import { healthOf, secondsAgo } from '../testUtils/healthOf';
import { aContainer } from '../testUtils/someFacts';
import { workloadRules } from './allRules';

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
  ['image-pullable', waiting('ErrImagePull')],
  ['configuration-exists', waiting('CreateContainerConfigError')],
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

describe('checkHealth', () => {
  it.each(sickPods.map(([rule], index) => ({ rule, index })))(
    'takes $rule for the cause of all that comes after it',
    ({ rule, index }) => {
      const pods = sickPods.slice(index).map(([, pod]) => pod);
      const facts = { progressFailure: 'ProgressDeadlineExceeded' };
      expect(healthOf(aSickWorkload(pods.reverse(), facts))).toMatchObject({
        rule,
      });
    },
  );

  it('knows a pod for every health rule that looks at pods', () => {
    const others = ['quota-suffices', 'admission-accepts', 'rollout-finishes'];
    expect(sickPods.map(([rule]) => rule)).toEqual(
      workloadRules
        .filter(
          ({ id, verdict }) => verdict === 'health' && !others.includes(id),
        )
        .map(({ id }) => id),
    );
  });

  describe.each(sickPods)('with a pod that breaks %s', (_, pod) => {
    it.each<[string, Partial<PodFacts>]>([
      ['is being deleted', { isDeleting: true }],
      ['was evicted, or shut down with its node', { phase: 'Failed' }],
      ['is completed', { phase: 'Succeeded' }],
      ['is about to be preempted', { isDisrupted: true }],
    ])('does not alarm while that pod %s', (__, facts) => {
      expect(
        healthOf(aSickWorkload([{ isReady: true }, { ...pod, ...facts }])),
      ).toBeUndefined();
    });

    it('does not alarm while the Deployment is scaled to zero', () => {
      expect(
        healthOf(aSickWorkload([pod], { desiredReplicas: 0 })),
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
