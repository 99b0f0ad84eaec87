import {
  ClusterFacts,
  WatchedKind,
  WatchState,
} from '@portal-operations/plugin-label-contract-common';
import { createRandom, Random } from './createRandom';
import { Fleet } from './Fleet';
import { FleetBuilder } from './FleetBuilder';
import { habits } from './habits';
import { makeCluster } from './makeCluster';

const CLUSTERS = ['prod-east', 'prod-west', 'staging', 'edge-1', 'edge-2'];
const TEAMS = ['alpha-team', 'beta-team', 'gamma-team', 'delta-team'];

/** What only some clusters serve. */
const EXTRAS: readonly WatchedKind[] = ['Rollout', 'DeploymentConfig', 'Route'];

/** What the portal's account may have been forgotten for. */
const FORBIDDABLE: readonly WatchedKind[] = [
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Service',
  'Ingress',
  'HorizontalPodAutoscaler',
];

/**
 * A healthy fleet of several clusters, teams and habits; the same seed makes the same one. One in 25 is
 * large.
 */
export function generateFleet(seed: number): Fleet {
  const random = createRandom(seed);
  const builder = new FleetBuilder(random);
  const isLarge = random.percent(4);
  const clusters = CLUSTERS.slice(
    0,
    isLarge ? CLUSTERS.length : 1 + random.below(3),
  );
  const teams = isLarge
    ? TEAMS
    : TEAMS.slice(0, 2 + random.below(TEAMS.length - 1));

  for (const namespace of teams) {
    const count = isLarge ? 8 : 1 + random.below(5);
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
    clusters.map(name => clusterOf({ name, builder, random })),
  );
}

/** Most are live and tell everything; what does not is no alarm. */
function clusterOf(options: {
  name: string;
  builder: FleetBuilder;
  random: Random;
}): ClusterFacts {
  const { name, builder, random } = options;
  const kinds = builder.kindsOn(name);
  // Of a kind that is refused nothing would be known, and nobody could say what is right.
  const isUnused = (kind: WatchedKind) => !kinds.has(kind);
  return makeCluster(name, stateOfCluster(random), {
    notServed: random.percent(50) ? EXTRAS.filter(isUnused) : [],
    forbidden: random.percent(8)
      ? [random.pick(FORBIDDABLE)].filter(isUnused)
      : [],
  });
}

function stateOfCluster(random: Random): WatchState['kind'] {
  return random.percent(85)
    ? 'live'
    : random.pick(['dark', 'stale', 'syncing'] as const);
}
