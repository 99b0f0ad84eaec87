import { SimulatedWorkload } from '../SimulatedWorkload';
import {
  hashOf,
  imageOf,
  managedFieldsOf,
  podLabelsOf,
  podSpecOf,
  uidOf,
} from './metadataOf';

const NODES_OF_CLUSTER = 150;

/** One pod of a workload as the API server sends it; the first of one that crashes is not ready. */
export function podOf(workload: SimulatedWorkload, pod: number): string {
  const { number, name, namespace, hasSidecar } = workload;
  const isCrashing = workload.isCrashing && pod === 0;
  const labels = {
    ...podLabelsOf(workload),
    'pod-template-hash': hashOf(workload),
  };
  const suffix = (number * 3 + pod + 600_000).toString(36).slice(-5);
  const second = String((number * 3 + pod) % 60).padStart(2, '0');
  const startedAt = `2026-03-02T08:16:${second}Z`;
  const condition = (type: string, status: boolean) => ({
    type,
    status: status ? 'True' : 'False',
    lastTransitionTime: startedAt,
  });
  return JSON.stringify({
    metadata: {
      name: `${name}-${hashOf(workload)}-${suffix}`,
      generateName: `${name}-${hashOf(workload)}-`,
      namespace,
      uid: uidOf(3, number, pod),
      resourceVersion: String(42_000_000 + number * 3 + pod),
      creationTimestamp: startedAt,
      labels,
      annotations: { 'prometheus.io/scrape': 'true' },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: `${name}-${hashOf(workload)}`,
          uid: uidOf(2, number),
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
      managedFields: managedFieldsOf(labels),
    },
    spec: {
      ...podSpecOf(workload),
      nodeName: `node-${(number * 3 + pod) % NODES_OF_CLUSTER}.eu.example.com`,
      schedulerName: 'default-scheduler',
    },
    status: {
      phase: 'Running',
      hostIP: '10.20.0.17',
      podIP: `10.128.${number % 250}.${pod}`,
      startTime: startedAt,
      qosClass: 'Burstable',
      conditions: [
        condition('Initialized', true),
        condition('Ready', !isCrashing),
        condition('ContainersReady', !isCrashing),
        condition('PodScheduled', true),
      ],
      containerStatuses: [
        isCrashing
          ? crashingStatus(workload)
          : runningStatus('app', imageOf(workload), startedAt),
        ...(hasSidecar
          ? [
              runningStatus(
                'proxy',
                'registry.example.com/mesh/proxy:1.24.3',
                startedAt,
              ),
            ]
          : []),
      ],
    },
  });
}

function runningStatus(name: string, image: string, startedAt: string) {
  return {
    name,
    image,
    imageID: `${image}@sha256:6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b`,
    containerID:
      'containerd://d4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35',
    ready: true,
    started: true,
    restartCount: 0,
    state: { running: { startedAt } },
    lastState: {},
  };
}

function crashingStatus(workload: SimulatedWorkload) {
  return {
    name: 'app',
    image: imageOf(workload),
    imageID: '',
    ready: false,
    started: false,
    restartCount: 14,
    state: {
      waiting: {
        reason: 'CrashLoopBackOff',
        message:
          'back-off 5m0s restarting failed container=app pod=app-5d4f8c7b9d-x2x4x',
      },
    },
    lastState: {
      terminated: {
        exitCode: 1,
        reason: 'Error',
        startedAt: '2026-03-02T09:10:00Z',
        finishedAt: '2026-03-02T09:10:04Z',
      },
    },
  };
}
