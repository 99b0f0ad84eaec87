import { deployParts, Habit, id } from './Habit';

/** How teams name and place what they run. */
export const namingHabits: readonly Habit[] = [
  {
    name: 'parts by suffix',
    add({ builder, name, place }) {
      const term = id(name);
      const names = [`${name}-api`, `${name}-worker`];
      const workloads = deployParts({ builder, place, names, term });
      builder.register({ name, term, workloads });
    },
  },
  {
    name: 'claim named otherwise than the entity',
    add({ builder, name, place }) {
      const term = id(`${name}-platform`);
      const names = ['gateway', 'processor', 'web'].map(
        part => `${name}-${part}`,
      );
      const workloads = deployParts({ builder, place, names, term });
      builder.register({ name: `${name}-system`, term, workloads });
    },
  },
  {
    name: 'prefix by team',
    add({ builder, name, place }) {
      const term = id(name);
      const names = [`${place.namespace}-${name}`];
      const workloads = deployParts({ builder, place, names, term });
      builder.register({ name, term, workloads });
    },
  },
  {
    name: 'single name',
    add({ builder, name, place }) {
      const term = id(name);
      const workloads = deployParts({ builder, place, names: [name], term });
      builder.register({ name, term, workloads });
    },
  },
  {
    name: 'namespace of its own',
    add({ builder, name, place }) {
      const term = id(name);
      const own = { ...place, namespace: name };
      const names = [`${name}-api`, `${name}-web`];
      const workloads = deployParts({ builder, place: own, names, term });
      builder.register({ name, term, workloads });
    },
  },
  {
    name: 'several clusters',
    add({ builder, name, place, clusters }) {
      const term = id(name);
      const workloads = clusters.flatMap(cluster =>
        deployParts({
          builder,
          place: { ...place, cluster },
          names: [`${name}-api`],
          term,
        }),
      );
      builder.register({ name, term, workloads });
    },
  },
];
