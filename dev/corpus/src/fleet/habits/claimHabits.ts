import {
  KUBERNETES_CLUSTER,
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
} from '@portal-operations/plugin-label-contract-common';
import { carrying, deployment, deployParts, Habit, id } from './Habit';

const PART_OF = 'app.kubernetes.io/part-of';

/** How teams write their claims, or none. */
export const claimHabits: readonly Habit[] = [
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
    name: 'opted-out entity',
    add({ builder, name, place }) {
      const term = id(name);
      const workload = builder.deploy(place, {
        name: `${name}-api`,
        labels: carrying(term),
        shape: deployment('replacing'),
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
        shape: deployment('replacing'),
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
    name: 'selector claim with several values',
    add({ builder, name, place }) {
      const term = id(name);
      const names = [`${name}-api`, `${name}-web`];
      const workloads = deployParts({ builder, place, names, term });
      builder.register({
        name,
        term,
        asSelector: true,
        annotations: {
          [KUBERNETES_LABEL_SELECTOR]: `${term.key} in (${name}, ${name}-next)`,
        },
        workloads,
      });
    },
  },
  {
    name: 'annotation with a trailing newline',
    add({ builder, name, place }) {
      const term = id(name);
      const names = [`${name}-api`, `${name}-web`];
      const workloads = deployParts({ builder, place, names, term });
      builder.register({
        name,
        term,
        annotations: { [KUBERNETES_ID]: `${name}\n` },
        workloads,
      });
    },
  },
  {
    name: 'cluster annotation, which has no effect where all clusters are asked',
    add({ builder, name, place }) {
      const term = id(name);
      const names = [`${name}-api`];
      const workloads = deployParts({ builder, place, names, term });
      builder.register({
        name,
        term,
        annotations: { [KUBERNETES_CLUSTER]: place.cluster },
        workloads,
      });
    },
  },
  {
    name: 'API that claims what its Component claims',
    add({ builder, name, place }) {
      const term = id(name);
      const names = [`${name}-api`];
      const workloads = deployParts({ builder, place, names, term });
      builder.register({ name, term, workloads });
      builder.register({ name, kind: 'API', term, workloads });
    },
  },
  {
    name: 'still in development, nothing deployed',
    add({ builder, name }) {
      builder.register({ name, term: id(name), lifecycle: 'development' });
    },
  },
];
