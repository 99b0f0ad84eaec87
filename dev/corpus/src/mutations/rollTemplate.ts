import {
  CronJobFacts,
  Labels,
  ReplicaSetFacts,
} from '@portal-operations/plugin-label-contract-common';
import { FleetWorkload } from '../fleet/Fleet';
import {
  changePods,
  makeRevision,
  RevisedFacts,
} from '../fleet/kinds/makeDeployment';
import { makeRunOf } from '../fleet/kinds/makeJob';
import {
  DirectFacts,
  makeControllerRevision,
  makePodsOf,
  nameOfRevision,
} from '../fleet/kinds/makeStatefulSet';
import { settledReplicas } from '../fleet/kinds/WorkloadSpec';

/**
 * Another pod template, rolled out to the end: a new revision runs, and the earlier ones stay with the
 * labels that they had. What has no revisions is made anew.
 */
export function rollTemplate(
  workload: FleetWorkload,
  labels: Labels,
): FleetWorkload {
  const { top, below } = workload;
  switch (top.kind) {
    case 'Deployment':
    case 'Rollout':
    case 'DeploymentConfig':
      return { ...workload, ...rolledDeployment(top, below, labels) };
    case 'StatefulSet':
    case 'DaemonSet':
      return { ...workload, ...rolledDirectly(top, below, labels) };
    case 'CronJob':
      return {
        ...workload,
        ...runAgain({ ...top, templateLabels: labels }, below),
      };
    case 'Job':
    case 'ReplicaSet':
    case 'ReplicationController':
      return {
        ...workload,
        top: { ...top, templateLabels: labels },
        below: changePods(below, pod => ({ ...pod, labels })),
      };
    case 'Pod':
      return { ...workload, top: { ...top, labels } };
    default:
      return top satisfies never;
  }
}

/** What the CronJob makes next, when its templates have changed; a Job that runs gives way to it. */
export function runAgain(
  top: CronJobFacts,
  below: FleetWorkload['below'],
): Pick<FleetWorkload, 'top' | 'below'> {
  const running = below.find(
    each => each.kind === 'Job' && each.activePods > 0,
  );
  const jobs = below.filter(each => each.kind === 'Job').length;
  const next = makeRunOf({
    top,
    number: jobs + 1,
    how: running ? 'running' : 'completed',
  });
  return {
    top,
    below: [
      ...below.filter(
        each => each !== running && each.controllerUid !== running?.uid,
      ),
      ...(jobs > 0 ? next : []),
    ],
  };
}

/** Only the newest revision, as with `revisionHistoryLimit: 0`. */
export function forgetHistory(workload: FleetWorkload): FleetWorkload {
  const { top, below } = workload;
  const newest = below.filter(({ kind }) => kind !== 'Pod').at(-1);
  return {
    ...workload,
    below: below.filter(
      each =>
        each === newest ||
        (each.kind === 'Pod' &&
          [top.uid, newest?.uid].includes(each.controllerUid)),
    ),
  };
}

function rolledDeployment(
  before: RevisedFacts,
  below: FleetWorkload['below'],
  labels: Labels,
): Pick<FleetWorkload, 'top' | 'below'> {
  const earlier = below.filter(
    (each): each is ReplicaSetFacts =>
      each.kind === 'ReplicaSet' || each.kind === 'ReplicationController',
  );
  const top: RevisedFacts = {
    ...before,
    ...settledReplicas(before.desiredReplicas),
    isPaused: false,
    templateLabels: labels,
  };
  return {
    top,
    below: [
      ...earlier.map(each => ({
        ...each,
        desiredReplicas: 0,
        readyReplicas: 0,
      })),
      ...makeRevision({
        top,
        number: nextAfter(earlier),
        labels,
        pods: top.desiredReplicas,
      }),
    ],
  };
}

function rolledDirectly(
  before: DirectFacts,
  below: FleetWorkload['below'],
  labels: Labels,
): Pick<FleetWorkload, 'top' | 'below'> {
  const earlier = below.filter(each => each.kind === 'ControllerRevision');
  const number = nextAfter(earlier);
  const common = {
    ...settledReplicas(before.desiredReplicas),
    updateStrategy: 'RollingUpdate',
    templateLabels: labels,
  } as const;
  const top: DirectFacts =
    before.kind === 'StatefulSet'
      ? {
          ...before,
          ...common,
          partition: undefined,
          updateRevision: nameOfRevision(before.name, number),
        }
      : { ...before, ...common };
  const revision = makeControllerRevision({ top, number, labels });
  return {
    top,
    below: [
      ...earlier,
      revision,
      ...makePodsOf({ top, revision, replicas: top.desiredReplicas }),
    ],
  };
}

function nextAfter(revisions: readonly { readonly revision?: number }[]) {
  return 1 + Math.max(0, ...revisions.map(({ revision }) => revision ?? 0));
}
