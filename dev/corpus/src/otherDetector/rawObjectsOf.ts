import { FetchResponse } from '@backstage/plugin-kubernetes-common';
import {
  ContainerFacts,
  DeploymentFacts,
  PodFacts,
} from '@portal-operations/plugin-label-contract-common';
import { FleetWorkload, NOW } from '../fleet/Fleet';

/**
 * The Kubernetes objects of workloads, as they come over the wire, as far as the error detection of
 * the Kubernetes plugin reads them: of all workloads it looks at Deployments and pods only. Times are shifted, so that the fleet is judged at `machineTime`.
 */
export function rawObjectsOf(
  workloads: readonly FleetWorkload[],
  machineTime: Date,
): FetchResponse[] {
  const objects = workloads.flatMap(({ top, below }) => [top, ...below]);
  const responses = [
    {
      type: 'deployments',
      resources: objects
        .filter(each => each.kind === 'Deployment')
        .map(rawDeployment),
    },
    {
      type: 'pods',
      resources: objects
        .filter(each => each.kind === 'Pod')
        .map(pod => rawPod(pod, machineTime)),
    },
  ];
  // On the wire times are text, whatever the types of the client library say.
  return JSON.parse(JSON.stringify(responses));
}

function rawDeployment(deployment: DeploymentFacts) {
  const { name, namespace, progressFailure, creationFailure } = deployment;
  const { desiredReplicas, readyReplicas } = deployment;
  // Kubernetes' default for `maxUnavailable` is a quarter, rounded down.
  const isAvailable =
    readyReplicas >= desiredReplicas - Math.floor(desiredReplicas / 4);
  return {
    metadata: { name, namespace },
    status: {
      conditions: [
        {
          type: 'Available',
          status: isAvailable ? 'True' : 'False',
          message: isAvailable
            ? 'Deployment has minimum availability.'
            : 'Deployment does not have minimum availability.',
        },
        {
          type: 'Progressing',
          status: progressFailure ? 'False' : 'True',
          message: progressFailure
            ? `ReplicaSet "${name}" has timed out progressing.`
            : `ReplicaSet "${name}" is progressing.`,
        },
        ...(creationFailure
          ? [
              {
                type: 'ReplicaFailure',
                status: 'True',
                message: creationFailure,
              },
            ]
          : []),
      ],
    },
  };
}

function rawPod(pod: PodFacts, machineTime: Date) {
  const { name, namespace, containers, initContainers = [], phase } = pod;
  return {
    metadata: { name, namespace },
    spec: {
      containers: containers.map(({ name: container, ...facts }) => ({
        name: container,
        readinessProbe: facts.readinessAllowanceSeconds && {
          periodSeconds: facts.readinessAllowanceSeconds,
          failureThreshold: 1,
        },
      })),
    },
    status: {
      phase,
      containerStatuses: containers.map(each =>
        rawContainerStatus(each, machineTime),
      ),
      initContainerStatuses: initContainers.map(each =>
        rawContainerStatus(each, machineTime),
      ),
    },
  };
}

function rawContainerStatus(container: ContainerFacts, machineTime: Date) {
  const { name, isReady, restartCount, lastTermination } = container;
  return {
    name,
    ready: isReady,
    restartCount,
    state: rawState(container, machineTime),
    lastState: lastTermination && {
      terminated: {
        exitCode: lastTermination.exitCode,
        reason: lastTermination.reason,
      },
    },
  };
}

function rawState(container: ContainerFacts, machineTime: Date) {
  const {
    name,
    waitingReason: reason,
    waitingMessage,
    runningSince,
  } = container;
  if (reason) {
    // The kubelet explains every wait but that for the container to be made.
    const isPlain = ['ContainerCreating', 'PodInitializing'].includes(reason);
    const message = waitingMessage ?? `${reason} of container ${name}`;
    return { waiting: { reason, message: isPlain ? undefined : message } };
  }
  const age = runningSince && NOW.getTime() - Date.parse(runningSince);
  return {
    running: {
      startedAt: age && new Date(machineTime.getTime() - age).toISOString(),
    },
  };
}
