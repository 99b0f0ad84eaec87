import { minutesAgo } from '../Fleet';
import { carrying, deployment, deployParts, Habit, id } from './Habit';

/** Services that were changed on purpose. */
export const changeHabits: readonly Habit[] = [
  {
    name: 'rollout that repairs its label',
    add({ builder, name, place }) {
      const term = id(name);
      const workload = builder.deploy(place, {
        name: `${name}-api`,
        labels: carrying(term),
        shape: deployment('rolling'),
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
        shape: deployment('relabelled'),
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
        shape: deployment('relabelled'),
        earlierLabels: carrying(before),
        changes: (['object', 'pod-template'] as const).map(level => ({
          level,
          key: term.key,
          was: before.value,
          is: term.value,
          between: { from: minutesAgo(300), to: minutesAgo(300) },
          manager: 'kubectl-edit',
        })),
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
  {
    name: 'claim renamed together with its workloads',
    add({ builder, name, place }) {
      const term = id(name);
      const names = [`${name}-api`, `${name}-web`];
      builder.register({
        name,
        term,
        pastClaims: [
          {
            query: `${term.key}=${name}-legacy`,
            id: `${name}-legacy`,
            until: minutesAgo(600),
          },
        ],
        workloads: deployParts({ builder, place, names, term }),
      });
    },
  },
  {
    name: 'namespace that is being deleted',
    add({ builder, name, place }) {
      const term = id(name);
      const preview = { ...place, namespace: `${name}-preview` };
      const workloads = [`${name}-api`, `${name}-web`].map(each =>
        builder.deploy(preview, {
          name: each,
          labels: carrying(term),
          shape: deployment('ending'),
        }),
      );
      builder.terminate(preview);
      builder.register({ name, term, workloads });
    },
  },
];
