import {
  ContainerFacts,
  DeploymentFacts,
  Labels,
  PodFacts,
  ReplicaSetFacts,
} from '@portal-operations/plugin-label-contract-common';
import { FleetWorkload, NOW, Revision } from './Fleet';

/** Where a workload runs. */
export interface Place {
  readonly cluster: string;
  readonly namespace: string;
}

/**
 * What a workload is in the middle of; none of it is an alarm.
 *
 * - `rolling`: a new revision starts, with a surge pod.
 * - `replacing`: a new revision takes the place of pods that crash.
 * - `relabelled`: earlier revisions at zero carry other labels.
 * - `leftovers`: pods that are being deleted, evicted or completed, beside those that count.
 * - `recovered`: a container crashed some time ago and runs since, after an init container that took
 *   two tries.
 * - `starting`: a pod that has not passed its readiness probe yet.
 * - `ending`: its namespace is being deleted, and the API server refuses new pods for that.
 */
export type Situation =
  | 'steady'
  | 'zero'
  | 'rolling'
  | 'replacing'
  | 'relabelled'
  | 'leftovers'
  | 'recovered'
  | 'starting'
  | 'ending';

export interface WorkloadSpec extends Place {
  readonly name: string;
  /** Labels of the object. */
  readonly labels: Labels;
  /** Labels of the pod template; those of the object where not said. */
  readonly templateLabels?: Labels;
  /** Pods that are wanted. */
  readonly replicas: number;
  readonly situation: Situation;
  /** Labels of the earlier revision of `relabelled`, `rolling` and `replacing`. */
  readonly earlierLabels?: Labels;
  readonly isOptedOut?: boolean;
}

/** ISO 8601, so many minutes before the moment of judgement. */
export function minutesAgo(minutes: number): string {
  return new Date(NOW.getTime() - minutes * 60_000).toISOString();
}

/** Makes a workload with its revisions and pods, as the controllers would leave them. */
export function makeWorkload(spec: WorkloadSpec): FleetWorkload {
  const { templateLabels = spec.labels, situation } = spec;
  const replicas = situation === 'zero' ? 0 : spec.replicas;
  const deployment: DeploymentFacts = {
    kind: 'Deployment',
    cluster: spec.cluster,
    namespace: spec.namespace,
    name: spec.name,
    uid: `${spec.cluster}/${spec.namespace}/${spec.name}`,
    labels: spec.labels,
    templateLabels,
    desiredReplicas: replicas,
    updatedReplicas: replicas,
    readyReplicas: replicas,
    replicas,
    isObserved: true,
    isOptedOut: spec.isOptedOut ?? false,
  };
  const revision = (number: number, labels: Labels, pods: number) =>
    makeRevision({ deployment, number, labels, pods });
  const earlier = spec.earlierLabels ?? templateLabels;

  switch (situation) {
    case 'zero':
      return {
        deployment,
        revisions: [revision(1, templateLabels, 0)],
        runs: 'nothing-running',
      };
    case 'rolling':
    case 'replacing': {
      const crashing = situation === 'replacing';
      const old = revision(1, earlier, replicas);
      const surge = revision(2, templateLabels, 1);
      return {
        deployment: {
          ...deployment,
          updatedReplicas: 1,
          readyReplicas: crashing ? 0 : replicas,
          replicas: replicas + 1,
        },
        revisions: [
          crashing
            ? changePods(old, pod => withContainers(pod, crashLoop))
            : old,
          changePods(surge, pod => ({
            ...withContainers(pod, container => ({
              ...container,
              isReady: false,
              waitingReason: 'ContainerCreating',
            })),
            phase: 'Pending',
          })),
        ],
        runs: 'progressing',
      };
    }
    case 'relabelled':
      return {
        deployment,
        revisions: [
          revision(1, earlier, 0),
          revision(2, templateLabels, replicas),
        ],
        runs: 'healthy',
      };
    case 'leftovers': {
      const current = revision(1, templateLabels, replicas);
      return {
        deployment,
        revisions: [
          { ...current, pods: [...current.pods, ...leftoversOf(current)] },
        ],
        runs: 'healthy',
      };
    }
    case 'recovered':
      return {
        deployment,
        revisions: [
          changePods(revision(1, templateLabels, replicas), (pod, index) => ({
            ...withContainers(pod, container => ({
              ...container,
              restartCount: 3,
              lastTermination: {
                exitCode: index === 0 ? 137 : 1,
                reason: index === 0 ? 'OOMKilled' : 'Error',
                finishedAt: minutesAgo(11),
              },
            })),
            initContainers: [
              {
                name: 'prepare',
                isReady: true,
                restartCount: 1,
                lastTermination: {
                  exitCode: 1,
                  reason: 'Error',
                  finishedAt: minutesAgo(3),
                },
              },
            ],
          })),
        ],
        runs: 'healthy',
      };
    case 'starting':
      return {
        deployment: { ...deployment, readyReplicas: 0 },
        revisions: [
          changePods(revision(1, templateLabels, replicas), pod =>
            withContainers(pod, container => ({
              ...container,
              isReady: false,
              runningSince: minutesAgo(1),
              readinessAllowanceSeconds: 90,
            })),
          ),
        ],
        runs: 'progressing',
      };
    case 'ending':
      return {
        deployment: {
          ...deployment,
          updatedReplicas: 0,
          readyReplicas: 0,
          replicas: 0,
          creationFailure: `pods "${spec.name}" is forbidden: unable to create new content in namespace ${spec.namespace} because it is being terminated`,
        },
        revisions: [
          changePods(revision(1, templateLabels, replicas), pod => ({
            ...pod,
            isDeleting: true,
          })),
        ],
        runs: 'progressing',
      };
    case 'steady':
      return {
        deployment,
        revisions: [revision(1, templateLabels, replicas)],
        runs: 'healthy',
      };
    default:
      return situation satisfies never;
  }
}

/** One revision with ready pods. */
export function makeRevision(options: {
  deployment: DeploymentFacts;
  number: number;
  labels: Labels;
  pods: number;
}): Revision {
  const { deployment, number, labels, pods } = options;
  const { cluster, namespace } = deployment;
  const replicaSet: ReplicaSetFacts = {
    kind: 'ReplicaSet',
    cluster,
    namespace,
    name: `${deployment.name}-${number}`,
    uid: `${deployment.uid}-${number}`,
    labels,
    templateLabels: labels,
    controllerUid: deployment.uid,
    revision: number,
    desiredReplicas: pods,
  };
  return {
    replicaSet,
    pods: Array.from({ length: pods }, (_, index) =>
      makePod(replicaSet, `${index + 1}`),
    ),
  };
}

/** Every pod of a revision, changed. */
export function changePods(
  revision: Revision,
  change: (pod: PodFacts, index: number) => PodFacts,
): Revision {
  return { ...revision, pods: revision.pods.map(change) };
}

/** Every container of a pod, changed; a pod is ready when all of them are. */
export function withContainers(
  pod: PodFacts,
  change: (container: ContainerFacts) => ContainerFacts,
): PodFacts {
  const containers = pod.containers.map(change);
  return {
    ...pod,
    containers,
    isReady: containers.every(({ isReady }) => isReady),
  };
}

/** A container that waits to be restarted again. */
export function crashLoop(container: ContainerFacts): ContainerFacts {
  return {
    ...container,
    isReady: false,
    restartCount: 7,
    waitingReason: 'CrashLoopBackOff',
    lastTermination: {
      exitCode: 1,
      reason: 'Error',
      finishedAt: minutesAgo(4),
    },
  };
}

function makePod(replicaSet: ReplicaSetFacts, suffix: string): PodFacts {
  const { cluster, namespace, templateLabels, uid } = replicaSet;
  return {
    kind: 'Pod',
    cluster,
    namespace,
    name: `${replicaSet.name}-${suffix}`,
    uid: `${uid}-${suffix}`,
    labels: templateLabels,
    controllerUid: uid,
    phase: 'Running',
    isReady: true,
    isDeleting: false,
    containers: [{ name: 'main', isReady: true, restartCount: 0 }],
  };
}

/** Pods that do not count; what their containers say is no alarm, and their labels may be of yesterday. */
function leftoversOf({ replicaSet }: Revision): PodFacts[] {
  const killed = { exitCode: 137, reason: 'Error', finishedAt: minutesAgo(2) };
  const ended = (pod: PodFacts, phase: string): PodFacts => ({
    ...withContainers(pod, container => ({
      ...container,
      isReady: false,
      lastTermination:
        phase === 'Failed'
          ? killed
          : { exitCode: 0, reason: 'Completed', finishedAt: minutesAgo(2) },
    })),
    phase,
    labels: {},
  });
  return [
    {
      ...withContainers(makePod(replicaSet, 'deleting'), crashLoop),
      isDeleting: true,
    },
    {
      ...withContainers(makePod(replicaSet, 'drained'), crashLoop),
      isDisrupted: true,
    },
    ended(makePod(replicaSet, 'evicted'), 'Failed'),
    ended(makePod(replicaSet, 'completed'), 'Succeeded'),
  ];
}
