import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import { FleetWorkload, Term } from './Fleet';
import { FleetBuilder } from './FleetBuilder';
import { Place, Situation } from './makeWorkload';

/** One way in which healthy teams name, label and register what they run. */
export interface Habit {
  readonly name: string;
  /** Adds one service in that way. */
  add(options: {
    builder: FleetBuilder;
    /** A name that nothing else has. */
    name: string;
    place: Place;
    /** All clusters of the fleet. */
    clusters: readonly string[];
  }): void;
}

const PART_OF = 'app.kubernetes.io/part-of';
const SITUATIONS: readonly Situation[] = [
  'steady',
  'steady',
  'steady',
  'zero',
  'rolling',
  'replacing',
  'relabelled',
  'leftovers',
  'recovered',
  'starting',
  'ending',
];

const id = (value: string): Term => ({ key: KUBERNETES_ID, value });
const carrying = ({ key, value }: Term) => ({ [key]: value });

/** Deploys the parts of one service, each in the middle of something. */
function deployParts(options: {
  builder: FleetBuilder;
  place: Place;
  names: readonly string[];
  term: Term;
}): FleetWorkload[] {
  const { builder, place, names, term } = options;
  return names.map(name =>
    builder.deploy(place, {
      name,
      labels: carrying(term),
      situation: builder.random.pick(SITUATIONS),
    }),
  );
}

/**
 * All habits. A new one is one entry here: say what it deploys, and what each claim finds of it.
 */
export const habits: readonly Habit[] = [
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
    name: 'System, API and Component of one name',
    add({ builder, name, place }) {
      const term = id(name);
      const names = [`${name}-api`];
      const workloads = deployParts({ builder, place, names, term });
      builder.register({ name, term, workloads });
      builder.register({ name, kind: 'System' });
      builder.register({ name, kind: 'API' });
    },
  },
  {
    name: 'unlabelled workload',
    add({ builder, name, place }) {
      builder.deploy(place, { name, situation: 'recovered' });
    },
  },
  {
    name: 'opted-out entity',
    add({ builder, name, place }) {
      const term = id(name);
      const workload = builder.deploy(place, {
        name: `${name}-api`,
        labels: carrying(term),
        situation: 'replacing',
      });
      builder.register({
        name,
        term,
        isOptedOut: true,
        workloads: [workload],
      });
    },
  },
  {
    name: 'opted-out workload',
    add({ builder, name, place }) {
      const term = id(name);
      const workloads = deployParts({
        builder,
        place,
        names: [`${name}-api`],
        term,
      });
      builder.deploy(place, {
        name: `${name}-debug`,
        labels: carrying(term),
        isOptedOut: true,
        situation: 'replacing',
      });
      builder.register({ name, term, workloads });
    },
  },
  {
    name: 'not deployed yet',
    add({ builder, name }) {
      builder.register({ name, term: id(name), lifecycle: 'experimental' });
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
    name: 'selector claim',
    add({ builder, name, place }) {
      const term = { key: PART_OF, value: name };
      const names = [`${name}-api`, `${name}-worker`];
      const workloads = deployParts({ builder, place, names, term });
      builder.register({ name, term, workloads });
    },
  },
  {
    name: 'selector claim on the contract label',
    add({ builder, name, place }) {
      const term = id(name);
      const names = [`${name}-api`];
      const workloads = deployParts({ builder, place, names, term });
      builder.register({ name, term, asSelector: true, workloads });
    },
  },
  {
    name: 'claim narrowed to its namespace',
    add({ builder, name, place }) {
      const term = id(name);
      const { namespace } = place;
      const names = [`${name}-api`, `${name}-web`];
      const workloads = deployParts({ builder, place, names, term });
      builder.register({ name, term, namespace, workloads });
    },
  },
  {
    name: 'rollout that repairs its label',
    add({ builder, name, place }) {
      const term = id(name);
      const workload = builder.deploy(place, {
        name: `${name}-api`,
        labels: carrying(term),
        situation: 'rolling',
        earlierLabels: carrying(id(`${name}-api`)),
      });
      builder.register({ name, term, workloads: [workload] });
    },
  },
  {
    name: 'earlier revision without label',
    add({ builder, name, place }) {
      const term = id(name);
      const workload = builder.deploy(place, {
        name: `${name}-api`,
        labels: carrying(term),
        situation: 'relabelled',
        earlierLabels: {},
      });
      builder.register({ name, term, workloads: [workload] });
    },
  },
  {
    name: 'hand-over between entities',
    add({ builder, name, place }) {
      const before = id(`${name}-old`);
      const term = id(name);
      const workload = builder.deploy(place, {
        name: `${name}-api`,
        labels: carrying(term),
        situation: 'relabelled',
        earlierLabels: carrying(before),
      });
      const names = [`${name}-old-api`];
      builder.register({ name, term, workloads: [workload] });
      builder.register({
        name: `${name}-old`,
        term: before,
        workloads: deployParts({ builder, place, names, term: before }),
      });
    },
  },
];
