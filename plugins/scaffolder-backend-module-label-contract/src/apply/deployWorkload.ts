import type { V1Deployment } from '@kubernetes/client-node';
import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import { deploymentManifest } from '../manifests/deploymentManifest';
import { RETRIED_AT, SCALE_MANAGER } from '../manifests/ownershipLabels';
import { serviceManifest } from '../manifests/serviceManifest';
import { DEFAULT_REPLICAS } from '../manifests/workloadDefaults';
import { selectorLabels } from '../manifests/workloadLabels';
import type { WorkloadSpec } from '../manifests/WorkloadSpec';
import { Applied, applyOwned, refusalAt } from './applyOwned';
import { AnsweredError, ClusterClient } from './ClusterClient';
import { ObjectName, RefusedError } from './Refusal';
import { refuseForeign } from './refuseForeign';
import type { RolloutFacts } from './rolloutState';
import type { StepRecord } from './StepRecord';
import { waitForRollout } from './waitForRollout';

/** Options of {@link deployWorkload}. */
export interface DeployWorkloadOptions {
  client: ClusterClient;
  record: StepRecord;
  spec: WorkloadSpec;
  /** Pods of a Deployment that does not exist yet. */
  replicas: number;
  /** 0 does not wait. */
  waitSeconds: number;
  signal?: AbortSignal;
  log: (line: string) => void;
}

/** What was deployed. */
export interface Deployed {
  readyReplicas: number;
  /** All objects as YAML. */
  manifest: string;
  summary: string;
  service?: { name: string; summary: string };
}

/**
 * Applies a workload's objects one after the other and waits for its pods.
 *
 * @throws RefusedError
 */
export async function deployWorkload(
  options: DeployWorkloadOptions,
): Promise<Deployed> {
  const { client, record, spec, log } = options;
  await requireNamespaceOf(options);

  const deployment = deploymentManifest(spec);
  const applied = await applyOwned({
    client,
    kind: 'Deployment',
    desired: deployment,
    team: spec.team,
  });
  const name: ObjectName = {
    kind: 'Deployment',
    name: spec.name,
    namespace: spec.namespace,
  };
  record.noteOwn(name);
  log(
    applied.outcome === 'created'
      ? `Created Deployment ${spec.name} with ${KUBERNETES_ID}=${spec.contractValue} on object and pod template`
      : lineForExisting('Deployment', spec.name, applied),
  );
  await settleReplicas(options, applied);
  await retryRefusedPods(options, applied);

  const service =
    spec.component === 'api' ? await applyService(options) : undefined;
  const readyReplicas = await waitUntilReady(options, name);

  return {
    readyReplicas: readyReplicas.ready,
    manifest: [deployment, ...(service ? [service.manifest] : [])]
      .map(object => client.toYaml(object))
      .join('---\n'),
    summary: `${applied.outcome}, ${readyReplicas.told}`,
    service: service && { name: spec.name, summary: service.summary },
  };
}

async function requireNamespaceOf(
  options: DeployWorkloadOptions,
): Promise<void> {
  const { client, record, spec } = options;
  const { namespace, team } = spec;
  const object: ObjectName = { kind: 'Namespace', name: namespace };

  const live = await client.read('Namespace', { name: namespace });
  if (!live) {
    throw new RefusedError({ kind: 'namespace-missing', namespace });
  }
  if (live.metadata?.deletionTimestamp) {
    throw new RefusedError({ kind: 'namespace-terminating', namespace });
  }
  refuseForeign({ live, object, team });
  record.noteFound(object);
}

/**
 * A new Deployment starts with the API server's default and gets another number afterwards, under
 * another field manager; see SCALE_MANAGER. One that exists keeps its number, whoever set it.
 */
async function settleReplicas(
  options: DeployWorkloadOptions,
  applied: Applied<V1Deployment>,
): Promise<void> {
  const { client, spec, replicas, log } = options;
  if (applied.outcome !== 'created') {
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

/** See RETRIED_AT: without it, the run after a quota was raised would wait for nothing. */
async function retryRefusedPods(
  options: DeployWorkloadOptions,
  applied: Applied<V1Deployment>,
): Promise<void> {
  const { client, spec, log } = options;
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

async function applyService(options: DeployWorkloadOptions) {
  const { client, record, spec, log } = options;
  const manifest = serviceManifest(spec);
  const applied = await applyOwned({
    client,
    kind: 'Service',
    desired: manifest,
    team: spec.team,
  });
  record.noteOwn({
    kind: 'Service',
    name: spec.name,
    namespace: spec.namespace,
  });
  log(
    applied.outcome === 'created'
      ? `Created Service ${spec.name}, port ${spec.port}`
      : lineForExisting('Service', spec.name, applied),
  );
  return { manifest, summary: `${applied.outcome}, port ${spec.port}` };
}

async function waitUntilReady(
  options: DeployWorkloadOptions,
  name: ObjectName,
): Promise<{ ready: number; told: string }> {
  const { record, spec, waitSeconds, signal, log } = options;
  if (waitSeconds === 0) {
    log(`Not waiting for ${spec.name}, as waitSeconds is 0`);
    return { ready: 0, told: 'not waited for' };
  }

  const state = await waitForRollout({
    object: name,
    look: () => lookAtRollout(options, name),
    waitSeconds,
    signal,
    log,
    onState: ({ ready, of }) => record.noteOwn(name, `${ready} of ${of} ready`),
  });
  const pods = state.of === 1 ? 'pod' : 'pods';
  return {
    ready: state.ready,
    told: `${state.ready} of ${state.of} ${pods} ready`,
  };
}

async function lookAtRollout(
  { client, spec }: DeployWorkloadOptions,
  object: ObjectName,
): Promise<RolloutFacts> {
  try {
    const deployment = await client.read('Deployment', object);
    if (!deployment) {
      // Deleted by somebody else while we waited.
      throw new RefusedError({ kind: 'changed-meanwhile', object });
    }
    const pods = await client.listPods({
      namespace: spec.namespace,
      labelSelector: Object.entries(selectorLabels(spec))
        .map(([key, value]) => `${key}=${value}`)
        .join(','),
    });
    return { deployment, pods };
  } catch (error) {
    if (error instanceof AnsweredError) {
      throw new RefusedError(refusalAt(error.answer, object));
    }
    throw error;
  }
}

function lineForExisting(
  kind: 'Deployment' | 'Service',
  name: string,
  { changes }: Applied<unknown>,
): string {
  return changes.length > 0
    ? `Changed ${kind} ${name}: ${changes.join(', ')}`
    : `${kind} ${name} is there already; nothing to change`;
}
