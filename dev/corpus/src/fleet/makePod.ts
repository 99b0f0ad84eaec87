import {
  ContainerFacts,
  Labels,
  ObjectFacts,
  PodFacts,
} from '@portal-operations/plugin-label-contract-common';
import { minutesAgo } from './Fleet';

/** Nodes of every cluster, by name. */
export const NODES: readonly string[] = ['node-1', 'node-2', 'node-3'];

/** What makes a pod. */
export type PodOwner = ObjectFacts & { readonly kind: string };

/** A pod that runs and is ready. */
export function makePod(options: {
  owner: PodOwner;
  suffix: string;
  labels: Labels;
}): PodFacts {
  const { owner, suffix, labels } = options;
  const { cluster, namespace, kind, name, uid } = owner;
  return {
    kind: 'Pod',
    cluster,
    namespace,
    name: `${name}-${suffix}`,
    uid: `${uid}-${suffix}`,
    labels,
    controllerUid: uid,
    controllerKind: kind,
    phase: 'Running',
    isReady: true,
    isDeleting: false,
    node: NODES[0],
    containers: [{ name: 'main', isReady: true, restartCount: 0 }],
  };
}

/** So many pods of one owner, all alike. */
export function makePods(options: {
  owner: PodOwner;
  labels: Labels;
  count: number;
}): PodFacts[] {
  const { owner, labels, count } = options;
  return Array.from({ length: count }, (_, index) =>
    makePod({ owner, labels, suffix: `${index + 1}` }),
  ).map((pod, index) => ({ ...pod, node: NODES[index % NODES.length] }));
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

/** A pod whose container is being made. */
export function creating(pod: PodFacts): PodFacts {
  return {
    ...withContainers(pod, container => ({
      ...container,
      isReady: false,
      waitingReason: 'ContainerCreating',
    })),
    phase: 'Pending',
  };
}

/** A pod that has not passed its readiness probe yet, and has time for it. */
export function starting(pod: PodFacts): PodFacts {
  return withContainers(pod, container => ({
    ...container,
    isReady: false,
    runningSince: minutesAgo(1),
    readinessAllowanceSeconds: 90,
  }));
}

/** A pod that crashed some time ago and runs since, after an init container that took two tries. */
export function recovered(pod: PodFacts, index: number): PodFacts {
  return {
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
  };
}

/** A pod that has ended, well or not. */
export function ended(pod: PodFacts, phase: 'Succeeded' | 'Failed'): PodFacts {
  const isFailed = phase === 'Failed';
  return {
    ...withContainers(pod, container => ({
      ...container,
      isReady: false,
      lastTermination: {
        exitCode: isFailed ? 137 : 0,
        reason: isFailed ? 'Error' : 'Completed',
        finishedAt: minutesAgo(2),
      },
    })),
    phase,
  };
}

/**
 * Pods that do not count beside those that do; what their containers say is no alarm, and their labels
 * may be of yesterday.
 */
export function leftoversOf(owner: PodOwner, labels: Labels): PodFacts[] {
  const pod = (suffix: string) => makePod({ owner, labels, suffix });
  return [
    { ...withContainers(pod('deleting'), crashLoop), isDeleting: true },
    { ...withContainers(pod('drained'), crashLoop), isDisrupted: true },
    { ...ended(pod('evicted'), 'Failed'), labels: {} },
    { ...ended(pod('completed'), 'Succeeded'), labels: {} },
  ];
}
