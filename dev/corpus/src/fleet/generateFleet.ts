import { WatchState } from '@portal-operations/plugin-label-contract-common';
import { createRandom, Random } from './createRandom';
import { Fleet } from './Fleet';
import { FleetBuilder, makeCluster } from './FleetBuilder';
import { habits } from './habits';

const CLUSTERS = ['prod-east', 'prod-west', 'staging'];
const TEAMS = ['alpha-team', 'beta-team', 'gamma-team', 'delta-team'];

/** A healthy fleet of several clusters, teams and habits; the same seed makes the same one. */
export function generateFleet(seed: number): Fleet {
  const random = createRandom(seed);
  const builder = new FleetBuilder(random);
  const clusters = CLUSTERS.slice(0, 1 + random.below(CLUSTERS.length));
  const teams = TEAMS.slice(0, 2 + random.below(TEAMS.length - 1));

  for (const namespace of teams) {
    const count = 1 + random.below(5);
    for (const habit of random.shuffled(habits).slice(0, count)) {
      const name = builder.takeName();
      if (name !== undefined) {
        const place = { cluster: random.pick(clusters), namespace };
        habit.add({ builder, name, place, clusters });
      }
    }
  }

  return builder.build(
    `seed ${seed}`,
    clusters.map(name => makeCluster(name, stateOfCluster(random))),
  );
}

/** Most are live; what is not is no alarm. */
function stateOfCluster(random: Random): WatchState['kind'] {
  return random.percent(85)
    ? 'live'
    : random.pick(['dark', 'stale', 'syncing'] as const);
}
