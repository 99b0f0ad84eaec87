import { carrying, deployment, deployParts, Habit, id } from './Habit';

const PART_OF = 'app.kubernetes.io/part-of';

/** Neighbours, siblings and twins that are nobody's business but their own. */
export const neighbourHabits: readonly Habit[] = [
  {
    name: 'staging twin by suffix',
    add({ builder, name, place }) {
      const term = id(name);
      const names = [`${name}-api`];
      const workloads = deployParts({ builder, place, names, term });
      deployParts({
        builder,
        place,
        names: [`${name}-api-staging`],
        term: id(`${name}-staging`),
      });
      builder.register({ name, term, workloads });
    },
  },
  {
    name: 'staging twin by namespace, left out by the claim',
    add({ builder, name, place }) {
      const term = id(name);
      const names = [`${name}-api`];
      const { namespace } = place;
      const workloads = deployParts({ builder, place, names, term });
      const staging = { ...place, namespace: `${namespace}-staging` };
      deployParts({ builder, place: staging, names, term });
      builder.register({ name, term, namespace, workloads });
    },
  },
  {
    name: 'staging twin by namespace, claimed too',
    add({ builder, name, place }) {
      const term = id(name);
      const names = [`${name}-api`];
      const staging = { ...place, namespace: `${place.namespace}-staging` };
      const workloads = [place, staging].flatMap(each =>
        deployParts({ builder, place: each, names, term }),
      );
      builder.register({ name, term, workloads });
    },
  },
  {
    name: 'numbered siblings',
    add({ builder, name, place }) {
      for (const number of [1, 2]) {
        const own = `${name}-${number}`;
        const names = [own, `${own}-worker`];
        const term = id(own);
        const workloads = deployParts({ builder, place, names, term });
        // The second is not always in the catalog yet.
        if (number === 1 || builder.random.percent(50)) {
          builder.register({ name: own, term, workloads });
        }
      }
    },
  },
  {
    name: 'siblings and twins labelled by their own name, not in the catalog',
    add({ builder, name, place }) {
      const term = id(name);
      const names = [`${name}-api`, `${name}-worker`];
      const workloads = deployParts({ builder, place, names, term });
      builder.register({ name, term, workloads });
      const suffix = builder.random.pick(['2', 'staging', 'v2', 'api-staging']);
      const neighbour = `${name}-${suffix}`;
      builder.deploy(place, {
        name: neighbour,
        labels: carrying(id(neighbour)),
      });
    },
  },
  {
    name: 'database subchart without label',
    add({ builder, name, place }) {
      const term = id(name);
      const release = { 'app.kubernetes.io/instance': name };
      const workload = builder.deploy(place, {
        name: `${name}-api`,
        labels: { ...carrying(term), ...release },
      });
      builder.deploy(place, { name: `${name}-postgresql`, labels: release });
      builder.register({ name, term, workloads: [workload] });
    },
  },
  {
    name: 'neighbour that is not in the catalog yet',
    add({ builder, name, place }) {
      builder.deploy(place, { name, labels: carrying(id(name)) });
    },
  },
  {
    name: 'unlabelled workload',
    add({ builder, name, place }) {
      builder.deploy(place, { name, shape: deployment('recovered') });
    },
  },
  {
    name: 'entity without claim',
    add({ builder, name, place }) {
      builder.deploy(place, { name: `${name}-job-runner` });
      builder.register({ name });
    },
  },
  {
    name: 'neighbour in an ignored namespace',
    add({ builder, name, place }) {
      const term = id(name);
      const names = [`${name}-api`, `${name}-web`];
      const workloads = deployParts({ builder, place, names, term });
      builder.deploy(
        { ...place, namespace: 'openshift-ingress' },
        {
          name: `${name}-gateway`,
          labels: { ...carrying(id(`${name}s`)), [PART_OF]: name },
        },
      );
      builder.register({ name, term, workloads });
    },
  },
  {
    name: 'neighbour whose label is the name of another Component',
    add({ builder, name, place }) {
      const term = id(name);
      const names = [`${name}-api`, `${name}-web`];
      const workloads = deployParts({ builder, place, names, term });
      const neighbour = `${name}-portal`;
      const other = builder.deploy(place, {
        name: neighbour,
        labels: carrying(id(neighbour)),
      });
      builder.register({ name, term, workloads });
      builder.register({
        name: neighbour,
        term: { key: 'app', value: neighbour },
        workloads: [other],
      });
    },
  },
];
