import { ContainerFacts } from '../facts/PodFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { aHealthCheck } from '../testUtils/aHealthCheck';
import { aSickWorkload } from '../testUtils/aSickWorkload';
import { healthOf, secondsAgo } from '../testUtils/healthOf';
import { aContainer, aPod } from '../testUtils/someFacts';
import { aDaemonSet, aJob, aStatefulSet } from '../testUtils/workloads';
import { checkHealth } from './checkHealth';

const initializing = aContainer({
  isReady: false,
  waitingReason: 'PodInitializing',
});
const failing: Partial<ContainerFacts> = {
  name: 'migrate',
  isReady: false,
  restartCount: 4,
  waitingReason: 'CrashLoopBackOff',
  lastTermination: {
    exitCode: 2,
    reason: 'Error',
    finishedAt: secondsAgo(30),
  },
};
const pastDeadline = { progressFailure: 'ProgressDeadlineExceeded' };

describe('init-containers-finish', () => {
  it('names the init container that keeps failing, before the rollout that waits for it', () => {
    expect(
      healthOf(
        aSickWorkload(
          [
            {
              initContainers: [aContainer(failing)],
              containers: [initializing],
            },
          ],
          pastDeadline,
        ),
      ),
    ).toMatchObject({
      rule: 'init-containers-finish',
      owner: 'team',
      message: {
        id: 'keeps-failing',
        values: { container: 'migrate', restarts: 4, exitCode: 2 },
      },
    });
  });

  const running = aContainer({
    name: 'wait-for-database',
    isReady: false,
    runningSince: secondsAgo(3_000),
  });

  it('names one that still runs when the rollout is past its deadline', () => {
    expect(
      healthOf(
        aSickWorkload(
          [{ initContainers: [running], containers: [initializing] }],
          pastDeadline,
        ),
      ),
    ).toMatchObject({
      rule: 'init-containers-finish',
      message: {
        id: 'still-running',
        values: { container: 'wait-for-database' },
      },
    });
  });

  it('lets one run as long as the rollout may take', () => {
    expect(
      healthOf(
        aSickWorkload([
          { initContainers: [running], containers: [initializing] },
        ]),
      ),
    ).toBeUndefined();
  });

  it.each<[number, string | undefined, WorkloadFacts]>([
    [600, 'init-containers-finish', aStatefulSet({ name: 'desk' })],
    [599, undefined, aStatefulSet({ name: 'desk' })],
    [600, 'init-containers-finish', aDaemonSet({ name: 'desk' })],
    [6_000, undefined, aJob({ name: 'desk' })],
  ])(
    'after %d seconds it is %s for a controller without a deadline',
    (seconds, rule, workload) => {
      const pod = aPod(aStatefulSet({ name: 'desk' }), {
        controllerUid: workload.uid,
        isReady: false,
        initContainers: [{ ...running, runningSince: secondsAgo(seconds) }],
        containers: [initializing],
      });
      expect(checkHealth(aHealthCheck(workload, [pod]))?.rule).toBe(rule);
    },
  );

  it('says nothing of a pod that came past them', () => {
    expect(
      healthOf(
        aSickWorkload([
          {
            isReady: true,
            initContainers: [aContainer(failing)],
            containers: [aContainer()],
          },
        ]),
      ),
    ).toBeUndefined();
  });
});
