import { aSickWorkload } from '../testUtils/aSickWorkload';
import { healthOf, secondsAgo } from '../testUtils/healthOf';
import { aContainer } from '../testUtils/someFacts';

const killed = (finishedAt: string | undefined, waitingReason?: string) =>
  aSickWorkload([
    {
      containers: [
        aContainer({
          restartCount: 2,
          memoryLimit: '512Mi',
          waitingReason,
          lastTermination: { exitCode: 137, reason: 'OOMKilled', finishedAt },
        }),
      ],
    },
  ]);

describe('memory-suffices', () => {
  it('speaks alone, and names the limit, within ten minutes of the end', () => {
    expect(healthOf(killed(secondsAgo(599), 'CrashLoopBackOff'))).toMatchObject(
      {
        rule: 'memory-suffices',
        owner: 'team',
        message: {
          id: 'out-of-memory',
          values: { container: 'main', restarts: 2, limit: '512Mi' },
        },
      },
    );
  });

  it.each([secondsAgo(600), undefined])(
    'says nothing of a container that ended at %s and runs again',
    finishedAt => {
      expect(healthOf(killed(finishedAt))).toBeUndefined();
    },
  );

  it('says nothing of a container that ended otherwise', () => {
    const containers = [
      aContainer({
        lastTermination: {
          exitCode: 0,
          reason: 'Completed',
          finishedAt: secondsAgo(5),
        },
      }),
    ];
    expect(healthOf(aSickWorkload([{ containers }]))).toBeUndefined();
  });
});
