import { KubernetesClient } from '../cluster/KubernetesClient';
import { DEPLOYMENTS_OF_SERVICE, FleetService, serviceOf } from './Fleet';
import {
  deploymentOf,
  deploymentStatus,
  FleetWorkload,
  NODE,
  Owner,
  podOf,
  podStatus,
  replicaSetOf,
  replicaSetStatus,
} from './manifests';

/**
 * Creates the first service by the API, as people and controllers would, and what it needs: a namespace with
 * its default ServiceAccount, and a node.
 */
export async function createFirstService(
  client: KubernetesClient,
  now: Date,
): Promise<void> {
  const service = serviceOf(0);
  const { namespace } = service;
  await post(client, '/api/v1/namespaces', { metadata: { name: namespace } });
  await post(client, `/api/v1/namespaces/${namespace}/serviceaccounts`, {
    metadata: { name: 'default' },
  });
  await post(client, '/api/v1/nodes', { metadata: { name: NODE } });
  await client.send({
    method: 'PATCH',
    path: `/api/v1/nodes/${NODE}/status`,
    body: {
      status: {
        conditions: [
          {
            type: 'Ready',
            status: 'True',
            reason: 'KubeletReady',
            lastHeartbeatTime: now.toISOString(),
            lastTransitionTime: now.toISOString(),
          },
        ],
      },
    },
  });
  for (const workload of workloadsOf(service)) {
    await createWorkload({ client, workload, now });
  }
}

function workloadsOf(service: FleetService): FleetWorkload[] {
  return Array.from({ length: DEPLOYMENTS_OF_SERVICE }, (_, number) => ({
    service,
    name: `${service.name}-part-${number}`,
  }));
}

async function createWorkload(options: {
  client: KubernetesClient;
  workload: FleetWorkload;
  now: Date;
}): Promise<void> {
  const { client, workload, now } = options;
  const { namespace } = workload.service;
  const apps = `/apis/apps/v1/namespaces/${namespace}`;
  const core = `/api/v1/namespaces/${namespace}`;

  const deployment = await post(
    client,
    `${apps}/deployments`,
    deploymentOf(workload),
  );
  const replicaSet = await post(
    client,
    `${apps}/replicasets`,
    replicaSetOf(workload, { kind: 'Deployment', ...deployment }),
  );
  const pod = await post(
    client,
    `${core}/pods`,
    podOf(workload, { kind: 'ReplicaSet', ...replicaSet }),
  );
  for (const { path, body } of [
    { path: `${apps}/deployments/${deployment.name}`, body: deploymentStatus },
    { path: `${apps}/replicasets/${replicaSet.name}`, body: replicaSetStatus },
    { path: `${core}/pods/${pod.name}`, body: podStatus(workload, now) },
  ]) {
    await client.send({ method: 'PATCH', path: `${path}/status`, body });
  }
}

async function post(
  client: KubernetesClient,
  path: string,
  body: object,
): Promise<Pick<Owner, 'name' | 'uid'>> {
  const created: unknown = JSON.parse(
    await client.send({ method: 'POST', path, body }),
  );
  if (
    typeof created === 'object' &&
    created !== null &&
    'metadata' in created &&
    typeof created.metadata === 'object' &&
    created.metadata !== null &&
    'name' in created.metadata &&
    'uid' in created.metadata
  ) {
    const { name, uid } = created.metadata;
    return { name: `${name}`, uid: `${uid}` };
  }
  throw new Error(`POST ${path} was answered with no object`);
}
