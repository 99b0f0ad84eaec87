import { WatchProblem, WatchState } from '../facts/Facts';
import { aMatchedWorkload } from '../testUtils/aMatchedWorkload';
import { aCluster } from '../testUtils/someFacts';
import { incompleteClusters } from './incompleteClusters';

function dark(reason: WatchProblem['reason'], since: string): WatchState {
  return {
    kind: 'dark',
    since,
    problem: { reason, message: `${reason} since ${since}` },
  };
}

const found = {
  matched: [aMatchedWorkload({ name: 'api' })],
  missingControllers: [],
};

describe('incompleteClusters', () => {
  it('says once that a whole cluster is missing, and since when', () => {
    const cluster = aCluster('prod-east', dark('unreachable', '09:31'), {
      Pod: dark('unreachable', '09:30'),
      Rollout: dark('not-served', '09:00'),
    });

    expect(incompleteClusters([cluster], found)).toEqual([
      {
        cluster: 'prod-east',
        reason: 'unreachable since 09:30',
        since: '09:30',
      },
    ]);
  });

  it('keeps kinds apart that are missing for different reasons', () => {
    const cluster = aCluster('prod-east', undefined, {
      StatefulSet: dark('forbidden', '09:31'),
      DaemonSet: dark('forbidden', '09:32'),
      CronJob: dark('unreachable', '09:33'),
    });

    expect(incompleteClusters([cluster], found)).toMatchObject([
      { kinds: ['StatefulSet', 'DaemonSet'], since: '09:31' },
      { kinds: ['CronJob'], since: '09:33' },
    ]);
  });

  it('is calm about what stands beside workloads, and about what still syncs', () => {
    const cluster = aCluster(
      'prod-east',
      { kind: 'syncing' },
      { Ingress: dark('forbidden', '09:31'), Node: dark('forbidden', '09:31') },
    );

    expect(incompleteClusters([cluster], found)).toEqual([]);
  });
});
