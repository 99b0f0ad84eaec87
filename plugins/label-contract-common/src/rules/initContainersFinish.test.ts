import { ContainerFacts } from '../facts/PodFacts';
import { aSickWorkload } from '../testUtils/aSickWorkload';
import { healthOf, secondsAgo } from '../testUtils/healthOf';
import { aContainer } from '../testUtils/someFacts';

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
