import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import { FleetService } from './Fleet';

/** The one node, on which every pod is. */
export const NODE = 'node-1';

/** One workload of a service. */
export interface FleetWorkload {
  readonly service: FleetService;
  readonly name: string;
}

/** What owns an object. */
export interface Owner {
  readonly kind: 'Deployment' | 'ReplicaSet';
  readonly name: string;
  readonly uid: string;
}

const HASH = '6d4b75cb6d';

function metadataOf(
  { service, name }: FleetWorkload,
  options: { name: string; hash?: string; owner?: Owner },
) {
  const { hash, owner } = options;
  return {
    name: options.name,
    namespace: service.namespace,
    labels: {
      app: name,
      'app.kubernetes.io/name': name,
      'app.kubernetes.io/part-of': service.name,
      [KUBERNETES_ID]: service.name,
      ...(hash && { 'pod-template-hash': hash }),
    },
    ...(owner && {
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: owner.kind,
          name: owner.name,
          uid: owner.uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    }),
  };
}

/** What a team usually writes: configuration by variables, probes, resources. */
function podSpecOf({ name }: FleetWorkload) {
  const probe = {
    httpGet: { path: '/healthz', port: 8080 },
    periodSeconds: 10,
  };
  return {
    nodeName: NODE,
    automountServiceAccountToken: false,
    containers: [
      {
        name: 'main',
        image: `registry.example.com/${name}:1.4.2`,
        ports: [{ name: 'http', containerPort: 8080 }],
        env: ['LOG_LEVEL', 'DATABASE_HOST', 'QUEUE_URL', 'REGION'].map(
          variable => ({ name: variable, value: `${name} ${variable}` }),
        ),
        resources: {
          requests: { cpu: '100m', memory: '128Mi' },
          limits: { memory: '256Mi' },
        },
        livenessProbe: probe,
        readinessProbe: probe,
      },
    ],
  };
}

function templateOf(workload: FleetWorkload, hash?: string) {
  const { labels } = metadataOf(workload, { name: workload.name, hash });
  const { nodeName, ...spec } = podSpecOf(workload);
  return { metadata: { labels }, spec };
}

/** A Deployment as a team writes it. */
export function deploymentOf(workload: FleetWorkload) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadataOf(workload, { name: workload.name }),
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: workload.name } },
      template: templateOf(workload),
    },
  };
}

/** The ReplicaSet that the Deployment's controller would make of it. */
export function replicaSetOf(workload: FleetWorkload, owner: Owner) {
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      ...metadataOf(workload, {
        name: `${workload.name}-${HASH}`,
        hash: HASH,
        owner,
      }),
      annotations: { 'deployment.kubernetes.io/revision': '1' },
    },
    spec: {
      replicas: 1,
      selector: {
        matchLabels: { app: workload.name, 'pod-template-hash': HASH },
      },
      template: templateOf(workload, HASH),
    },
  };
}

/** The pod that the ReplicaSet's controller would make of it, on its node. */
export function podOf(workload: FleetWorkload, owner: Owner) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: metadataOf(workload, {
      name: `${workload.name}-${HASH}-x7k2p`,
      hash: HASH,
      owner,
    }),
    spec: podSpecOf(workload),
  };
}

const replicasReady = {
  observedGeneration: 1,
  replicas: 1,
  readyReplicas: 1,
  availableReplicas: 1,
};

/** What the controllers would say of a Deployment that runs. */
export const deploymentStatus = {
  status: {
    ...replicasReady,
    updatedReplicas: 1,
    conditions: [
      { type: 'Available', status: 'True', reason: 'MinimumReplicasAvailable' },
      { type: 'Progressing', status: 'True', reason: 'NewReplicaSetAvailable' },
    ],
  },
};

/** The same of a ReplicaSet. */
export const replicaSetStatus = {
  status: { ...replicasReady, fullyLabeledReplicas: 1 },
};

/** What a kubelet would say of a pod that runs. */
export function podStatus({ name }: FleetWorkload, now: Date) {
  const since = `${now.toISOString().slice(0, 19)}Z`;
  return {
    status: {
      phase: 'Running',
      startTime: since,
      conditions: [
        'Initialized',
        'Ready',
        'ContainersReady',
        'PodScheduled',
      ].map(type => ({ type, status: 'True', lastTransitionTime: since })),
      containerStatuses: [
        {
          name: 'main',
          image: `registry.example.com/${name}:1.4.2`,
          imageID: `registry.example.com/${name}@sha256:0`,
          ready: true,
          started: true,
          restartCount: 0,
          state: { running: { startedAt: since } },
        },
      ],
    },
  };
}
