import { ContainerFacts } from '../facts/PodFacts';
import { aTrouble } from '../testUtils/aHealthCheck';
import { aSickWorkload } from '../testUtils/aSickWorkload';
import { healthOf, secondsAgo } from '../testUtils/healthOf';
import { aContainer } from '../testUtils/someFacts';

const ended = (exitCode: number, seconds: number) => ({
  exitCode,
  reason: exitCode === 0 ? 'Completed' : 'Error',
  finishedAt: secondsAgo(seconds),
});

const aPodOf = (facts: Partial<ContainerFacts>) => ({
  containers: [aContainer(facts)],
});

describe('container-keeps-running', () => {
  it.each<[string, Partial<ContainerFacts>]>([
    ['waits for its next restart', { waitingReason: 'CrashLoopBackOff' }],
    [
      'was restarted within ten minutes',
      { restartCount: 1, lastTermination: ended(1, 599) },
    ],
  ])('is broken by a container that %s', (_, container) => {
    expect(healthOf(aSickWorkload([aPodOf(container)]))).toMatchObject({
      rule: 'container-keeps-running',
      owner: 'team',
    });
  });

  it.each<[string, Partial<ContainerFacts>]>([
    [
      'recovered ten minutes ago',
      { restartCount: 9, lastTermination: ended(1, 600) },
    ],
    ['ended well', { restartCount: 1, lastTermination: ended(0, 5) }],
    ['never ended', {}],
  ])('is kept by a container that %s', (_, container) => {
    expect(healthOf(aSickWorkload([aPodOf(container)]))).toBeUndefined();
  });

  it('quotes the last ten lines of its log', () => {
    const lines = Array.from({ length: 12 }, (_, index) => `line ${index}`);
    const workload = aSickWorkload([
      aPodOf({ waitingReason: 'CrashLoopBackOff' }),
    ]);
    const troubles = {
      [workload.pods[0].uid]: aTrouble({
        logLines: { main: lines, proxy: ['another one'] },
      }),
    };
    expect(healthOf(workload, { troubles })).toMatchObject({
      message: { values: { lines: lines.slice(2) } },
    });
    expect(healthOf(workload)?.message.values).toMatchObject({
      lines: undefined,
    });
  });

  it('names the container with the most restarts', () => {
    const crashing = { waitingReason: 'CrashLoopBackOff' };
    expect(
      healthOf(
        aSickWorkload([
          aPodOf({ ...crashing, name: 'web', restartCount: 2 }),
          aPodOf({ ...crashing, name: 'proxy', restartCount: 7 }),
        ]),
      ),
    ).toMatchObject({
      message: { values: { container: 'proxy', restarts: 7 } },
    });
  });
});
