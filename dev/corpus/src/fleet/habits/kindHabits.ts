import { FleetWorkload, Place } from '../Fleet';
import { FleetBuilder } from '../FleetBuilder';
import { Shape } from '../makeWorkload';
import { carrying, Habit, id } from './Habit';

/** A service of which one part is of a kind of its own, beside Deployments that the tab draws. */
function beside(name: string, shapes: readonly Shape[]): Habit {
  return {
    name,
    add({ builder, name: service, place }) {
      registerWith({
        builder,
        name: service,
        place,
        workloads: [
          builder.deploy(place, {
            name: `${service}-extra`,
            labels: carrying(id(service)),
            shape: builder.random.pick(shapes),
          }),
        ],
      });
    },
  };
}

/** Registers a service of two plain Deployments and what else there is of it. */
function registerWith(options: {
  builder: FleetBuilder;
  name: string;
  place: Place;
  workloads: readonly FleetWorkload[];
}): void {
  const { builder, name, place, workloads } = options;
  const term = id(name);
  const plain = ['api', 'web'].map(part =>
    builder.deploy(place, { name: `${name}-${part}`, labels: carrying(term) }),
  );
  builder.register({ name, term, workloads: [...plain, ...workloads] });
}

/** Kinds of workloads that are rarer, or that the tab does not draw. */
export const kindHabits: readonly Habit[] = [
  beside(
    'Argo Rollout',
    (['steady', 'rolling', 'paused', 'relabelled'] as const).map(situation => ({
      kind: 'Rollout',
      situation,
    })),
  ),
  beside(
    'DeploymentConfig with ReplicationControllers',
    (['steady', 'rolling', 'zero', 'relabelled'] as const).map(situation => ({
      kind: 'DeploymentConfig',
      situation,
    })),
  ),
  beside(
    'Job without a CronJob',
    (['running', 'completed', 'suspended'] as const).map(situation => ({
      kind: 'Job',
      situation,
    })),
  ),
  beside('Helm hook that did not work', [
    { kind: 'Job', situation: 'hook-failed' },
  ]),
  beside('pod without a controller', [
    { kind: 'Pod', situation: 'steady' },
    { kind: 'Pod', situation: 'completed' },
  ]),
  beside('ReplicaSet without a controller', [
    { kind: 'ReplicaSet', situation: 'steady' },
  ]),
  beside('CronJob without job-template labels', [
    { kind: 'CronJob', situation: 'plain-job-template' },
    { kind: 'CronJob', situation: 'plain-job-template-running' },
  ]),
  beside('failed Job followed by a success', [
    { kind: 'CronJob', situation: 'failed-before' },
  ]),
  beside('DaemonSet with a surge pod', [
    { kind: 'DaemonSet', situation: 'surging' },
  ]),
  beside('StatefulSet that a partition or OnDelete holds back', [
    { kind: 'StatefulSet', situation: 'partitioned' },
    { kind: 'StatefulSet', situation: 'on-delete' },
  ]),
  {
    name: 'StatefulSet of an operator',
    add({ builder, name, place }) {
      const database = builder.deploy(place, {
        name: `${name}-db`,
        labels: carrying(id(name)),
        shape: { kind: 'StatefulSet', situation: 'steady' },
        manager: { tool: 'operator', ref: `Postgresql/${name}-db` },
        controllerKind: 'Postgresql',
      });
      registerWith({ builder, name, place, workloads: [database] });
    },
  },
  {
    name: 'pods of a controller that nobody watches, whatever their label',
    add({ builder, name, place }) {
      builder.deploy(place, {
        name: `${name}-batch`,
        labels: carrying(id(`${name}s`)),
        shape: { kind: 'Pod', situation: 'steady' },
        controllerKind: 'SparkApplication',
      });
      registerWith({ builder, name, place, workloads: [] });
    },
  },
];
