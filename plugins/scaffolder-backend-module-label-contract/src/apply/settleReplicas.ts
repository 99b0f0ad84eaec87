import type { V1Deployment } from '@kubernetes/client-node';
import { RETRIED_AT, SCALE_MANAGER } from '../manifests/ownershipLabels';
import { DEFAULT_REPLICAS } from '../manifests/workloadDefaults';
import type { Applied } from './applyOwned';
import type { WorkloadToDeploy } from './deployWorkload';
import type { Run } from './Run';

/**
 * A new Deployment starts with the API server's default and gets another number afterwards, under
 * another field manager; see SCALE_MANAGER. One that exists keeps its number, whoever set it; but where this
 * very task made it, was interrupted and nobody has set a number since, that is done now.
 */
export async function settleReplicas(
  { client, log }: Run,
  { spec, replicas }: WorkloadToDeploy,
  applied: Applied<V1Deployment>,
): Promise<void> {
  const isUnsettled =
    applied.outcome === 'created' ||
    (applied.isResumed && !hasNumberSet(applied.object));
  if (!isUnsettled) {
    const current = applied.object.spec?.replicas;
    if (current !== replicas) {
      log(
        `${spec.name} has ${current} replicas; kept, as somebody may have scaled it (asked for: ${replicas})`,
      );
    }
    return;
  }
  if (replicas === DEFAULT_REPLICAS) {
    return;
  }
  await client.patchDeployment({
    name: spec.name,
    namespace: spec.namespace,
    fieldManager: SCALE_MANAGER,
    patch: { spec: { replicas } },
  });
  log(`Set ${spec.name} to ${replicas} replicas`);
}

/** Whether anybody chose the number of pods; the API server's default has no manager. */
function hasNumberSet({ metadata }: V1Deployment): boolean {
  return (metadata?.managedFields ?? []).some(
    ({ fieldsV1 }) => fieldsV1?.['f:spec']?.['f:replicas'] !== undefined,
  );
}

/** See RETRIED_AT: without it, the run after a quota was raised would wait for nothing. */
export async function retryRefusedPods(
  { client, log }: Run,
  { spec }: WorkloadToDeploy,
  applied: Applied<V1Deployment>,
): Promise<void> {
  const wasRefused = applied.before?.status?.conditions?.some(
    condition =>
      condition.type === 'ReplicaFailure' && condition.status === 'True',
  );
  if (!wasRefused) {
    return;
  }
  await client.patchDeployment({
    name: spec.name,
    namespace: spec.namespace,
    fieldManager: SCALE_MANAGER,
    patch: {
      metadata: { annotations: { [RETRIED_AT]: new Date().toISOString() } },
    },
  });
  log(
    `Pods of ${spec.name} were refused before; asked Kubernetes to try again`,
  );
}
