import type {
  V1ContainerStatus,
  V1Deployment,
  V1Pod,
} from '@kubernetes/client-node';

/** How far a Deployment is with its newest revision. */
export interface RolloutState {
  kind: 'ready' | 'waiting' | 'refused';
  /** Ready pods. */
  ready: number;
  /** Pods that it should have. */
  of: number;
  /**
   * `waiting`: what the pods wait for, each reason once. `refused`: why the API server lets no pod be
   * made.
   */
  reasons: string[];
}

/** What decides a {@link RolloutState}. */
export interface RolloutFacts {
  deployment: V1Deployment;
  /** The pods that the Deployment's selector finds. */
  pods: readonly V1Pod[];
}

/**
 * Ready means what `kubectl rollout status` means: the newest revision was seen, all its pods are there
 * and available, and none of an older revision is left.
 */
export function rolloutState({ deployment, pods }: RolloutFacts): RolloutState {
  const status = deployment.status ?? {};
  const of = deployment.spec?.replicas ?? 1;
  const ready = status.readyReplicas ?? 0;

  const isSeen =
    (status.observedGeneration ?? 0) >= (deployment.metadata?.generation ?? 0);
  const isComplete =
    (status.updatedReplicas ?? 0) === of &&
    (status.availableReplicas ?? 0) === of &&
    (status.replicas ?? 0) === of;
  if (isSeen && isComplete) {
    return { kind: 'ready', ready, of, reasons: [] };
  }

  const failure = (status.conditions ?? []).find(
    condition =>
      condition.type === 'ReplicaFailure' && condition.status === 'True',
  );
  if (isSeen && failure) {
    return {
      kind: 'refused',
      ready,
      of,
      reasons: [failure.message ?? failure.reason ?? 'no reason was given'],
    };
  }

  const reasons = pods
    .filter(pod => !pod.metadata?.deletionTimestamp)
    .flatMap(reasonOfPod);
  return { kind: 'waiting', ready, of, reasons: [...new Set(reasons)] };
}

function reasonOfPod(pod: V1Pod): string[] {
  const unscheduled = pod.status?.conditions?.find(
    condition =>
      condition.type === 'PodScheduled' && condition.status === 'False',
  );
  if (unscheduled) {
    return [
      `no node takes the pod: ${unscheduled.message ?? unscheduled.reason}`,
    ];
  }

  const statuses = [
    ...(pod.status?.initContainerStatuses ?? []),
    ...(pod.status?.containerStatuses ?? []),
  ];
  if (statuses.length === 0) {
    return ['pod starting'];
  }
  return statuses.flatMap(reasonOfContainer);
}

function reasonOfContainer(status: V1ContainerStatus): string[] {
  const { waiting, terminated } = status.state ?? {};
  if (waiting?.reason === 'ContainerCreating') {
    return ['container starting'];
  }
  if (waiting) {
    const exit = status.lastState?.terminated;
    const last = exit && `last exit code ${exit.exitCode}`;
    const details = [waiting.message, exit?.message?.trim(), last];
    return [
      [waiting.reason ?? 'waiting', details.filter(Boolean).join(', ')]
        .filter(Boolean)
        .join(': '),
    ];
  }
  if (terminated) {
    return [`container ended with exit code ${terminated.exitCode}`];
  }
  return status.ready ? [] : ['container running, not ready yet'];
}
