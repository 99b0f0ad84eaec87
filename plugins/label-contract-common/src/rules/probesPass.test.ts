import { ContainerFacts, PodFacts } from '../facts/PodFacts';
import { aSickWorkload } from '../testUtils/aSickWorkload';
import { healthOf, secondsAgo } from '../testUtils/healthOf';
import { aContainer } from '../testUtils/someFacts';

const unready = aContainer({
  isReady: false,
  isStarted: true,
  readinessAllowanceSeconds: 31,
  runningSince: secondsAgo(3_000),
});

const aPodOf = (
  container: Partial<ContainerFacts>,
  pod: Partial<PodFacts> = {},
): Partial<PodFacts> => ({
  readinessChangedAt: secondsAgo(3_001),
  containers: [{ ...unready, ...container }],
  ...pod,
});
const freshlyStarted = { runningSince: secondsAgo(599) };
const startOf599 = { readinessChangedAt: secondsAgo(600) };

describe('probes-pass', () => {
  it('names a container that is not ready for longer than its probe allows', () => {
    expect(
      healthOf(
        aSickWorkload([
          aPodOf({}, { readinessChangedAt: secondsAgo(31) }),
          aPodOf({}),
          { isReady: true },
        ]),
      ),
    ).toMatchObject({
      rule: 'probes-pass',
      owner: 'team',
      message: {
        id: 'not-ready',
        values: { container: 'main', pods: 2, since: secondsAgo(31) },
      },
    });
  });

  it('comes before the rollout that waits for it, however short that was', () => {
    expect(
      healthOf(
        aSickWorkload([aPodOf(freshlyStarted, startOf599)], {
          progressFailure: 'ProgressDeadlineExceeded',
        }),
      ),
    ).toMatchObject({
      rule: 'probes-pass',
      message: { values: { since: secondsAgo(599) } },
    });
  });

  it.each<[string, Partial<PodFacts>]>([
    [
      'that was ready until just now',
      aPodOf({}, { readinessChangedAt: secondsAgo(30) }),
    ],
    [
      'that starts, for as long as a rollout may take',
      aPodOf(freshlyStarted, startOf599),
    ],
    ['whose startup probe has not succeeded yet', aPodOf({ isStarted: false })],
    [
      'without a readiness probe',
      aPodOf({ readinessAllowanceSeconds: undefined }),
    ],
    [
      'of which a container does not run',
      {
        readinessChangedAt: secondsAgo(3_001),
        containers: [unready, aContainer({ name: 'proxy', isReady: false })],
      },
    ],
    ['that is ready', aPodOf({}, { isReady: true })],
    ['that is being deleted', aPodOf({}, { isDeleting: true })],
  ])('says nothing of a pod %s', (_, pod) => {
    expect(healthOf(aSickWorkload([pod]))).toBeUndefined();
  });
});
