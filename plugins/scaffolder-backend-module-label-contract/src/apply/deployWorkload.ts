import type { KubernetesObject, V1Deployment } from '@kubernetes/client-node';
import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import {
  CompanionManifest,
  WorkloadManifests,
  workloadManifests,
} from '../manifests/workloadManifests';
import type { WorkloadSpec } from '../manifests/WorkloadSpec';
import type { PlannedObject } from '../plan/PlannedObject';
import { Applied, applyOwned } from './applyOwned';
import type { WrittenKind } from '../objects/WrittenKinds';
import type { ObjectName } from '../objects/ObjectName';
import { RefusedError } from '../refusal/Refusal';
import type { Right } from '../objects/Right';
import { refuseForeign } from './refuseForeign';
import { requireRights, rightsToApply } from './requireRights';
import type { Run } from './Run';
import { retryRefusedPods, settleReplicas } from './settleReplicas';
import { plannedOf, tryObject, untried } from './tryObject';
import { tryPods } from './tryPods';
import { undoNamespace } from './undoNamespace';
import { waitUntilReady } from './waitUntilReady';

/** OpenShift asks for it where a Route names a host of its own. */
const CUSTOM_HOST: Right = {
  verb: 'create',
  group: 'route.openshift.io',
  resource: 'routes/custom-host',
};

/** A workload to deploy. */
export interface WorkloadToDeploy {
  spec: WorkloadSpec;
  /** Pods of a Deployment that does not exist yet. */
  replicas: number;
  /** 0 does not wait. */
  waitSeconds: number;
  /** Says in words why the pods don't run; undefined where nobody knows. */
  diagnose?: (cluster: string) => Promise<string | undefined>;
}

/** What was deployed, or would be. */
export interface Deployed {
  readyReplicas: number;
  /** All objects as YAML. */
  manifest: string;
  /** The Deployment first. */
  objects: PlannedObject[];
}

/**
 * Applies a workload's objects one after the other and waits for its pods. Everything is tried before
 * the first of them is written: rights, owners, admission, quotas.
 *
 * @throws RefusedError
 */
export async function deployWorkload(
  run: Run,
  workload: WorkloadToDeploy,
): Promise<Deployed> {
  const { client, dryRun } = run;
  const { spec } = workload;
  const manifests = workloadManifests(spec);
  const { deployment, companions } = manifests;
  const manifest = [deployment, ...companions]
    .map(object => client.toYaml(object))
    .join('---\n');

  await requireRights(client, rightsFor(spec, companions));
  if (!(await lookForNamespace(run, spec))) {
    return {
      readyReplicas: 0,
      manifest,
      objects: [
        untried(nameOf('Deployment', deployment), replicasOf(workload)),
        ...companions.map(companion =>
          untried(nameOf(companion.kind, companion), detailOf(companion)),
        ),
      ],
    };
  }

  const planned = await tryAll(run, workload, manifests);
  if (dryRun) {
    return { readyReplicas: 0, manifest, objects: planned };
  }

  const written = await writeDeployment(run, workload, deployment);
  const others = await writeCompanions(run, spec, companions);
  const { ready, told } = await waitUntilReady(run, workload);
  return {
    readyReplicas: ready,
    manifest,
    objects: [
      plannedOf(nameOf('Deployment', deployment), written, told),
      ...others,
    ],
  };
}

function rightsFor(
  { namespace }: WorkloadSpec,
  companions: readonly CompanionManifest[],
) {
  const kinds: WrittenKind[] = [
    'Deployment',
    ...companions.map(({ kind }) => kind),
  ];
  return [
    ...rightsToApply('Namespace', { verbs: ['get'] }),
    ...kinds.flatMap(kind => rightsToApply(kind, { namespace })),
    ...companions.flatMap(companion =>
      companion.kind === 'Route' && companion.spec.host
        ? [{ ...CUSTOM_HOST, namespace }]
        : [],
    ),
  ];
}

/** False in a plan for a namespace that an earlier step would make. */
async function lookForNamespace(
  { client, record, dryRun }: Run,
  { namespace, team }: WorkloadSpec,
): Promise<boolean> {
  const object: ObjectName = { kind: 'Namespace', name: namespace };

  const live = await client.read('Namespace', { name: namespace });
  if (!live) {
    if (dryRun) {
      return false;
    }
    throw new RefusedError({ kind: 'namespace-missing', namespace });
  }
  if (live.metadata?.deletionTimestamp) {
    throw new RefusedError({ kind: 'namespace-terminating', namespace });
  }
  refuseForeign({ live, object, team });
  record.noteFound(object);
  return true;
}

/** A refusal takes a namespace back that this run made, as long as nothing is in it. */
async function tryAll(
  run: Run,
  workload: WorkloadToDeploy,
  { deployment, companions }: WorkloadManifests,
): Promise<PlannedObject[]> {
  const { spec, replicas } = workload;
  const { team } = spec;
  const object = nameOf('Deployment', deployment);
  try {
    const tried = await tryObject(run, {
      kind: 'Deployment',
      desired: deployment,
      team,
    });
    const planned = [plannedOf(object, tried, replicasOf(workload, tried))];
    for (const companion of companions) {
      const { kind } = companion;
      const triedToo = await tryObject(run, { kind, desired: companion, team });
      const detail = detailOf(companion, triedToo.object);
      planned.push(plannedOf(nameOf(kind, companion), triedToo, detail));
    }
    await tryPods(run, { object, tried, replicas });
    return planned;
  } catch (error) {
    if (!run.dryRun) {
      await undoNamespace(run, spec.namespace);
    }
    throw error;
  }
}

async function writeDeployment(
  run: Run,
  workload: WorkloadToDeploy,
  deployment: V1Deployment,
): Promise<Applied<V1Deployment>> {
  const { client, record, origin, log } = run;
  const { spec } = workload;
  const applied = await applyOwned({
    client,
    kind: 'Deployment',
    desired: deployment,
    team: spec.team,
    origin,
  });
  record.noteOwn(nameOf('Deployment', deployment));
  log(
    applied.outcome === 'created'
      ? `Created Deployment ${spec.name} with ${KUBERNETES_ID}=${spec.contractValue} on object and pod template`
      : lineForExisting('Deployment', spec.name, applied),
  );
  await settleReplicas(run, workload, applied);
  await retryRefusedPods(run, workload, applied);
  return applied;
}

async function writeCompanions(
  { client, record, origin, log }: Run,
  { team }: WorkloadSpec,
  companions: readonly CompanionManifest[],
): Promise<PlannedObject[]> {
  const objects: PlannedObject[] = [];
  for (const companion of companions) {
    const { kind } = companion;
    const object = nameOf(kind, companion);
    const applied = await applyOwned({
      client,
      kind,
      desired: companion,
      team,
      origin,
    });
    record.noteOwn(object);
    const detail = detailOf(companion, applied.object);
    log(
      applied.outcome === 'created'
        ? [`Created ${kind} ${object.name}`, ...(detail ? [detail] : [])].join(
            ', ',
          )
        : lineForExisting(kind, object.name, applied),
    );
    objects.push(plannedOf(object, applied, detail));
  }
  return objects;
}

/** `1 replica`; of a Deployment that is there, the number that it has. */
function replicasOf(
  { replicas }: WorkloadToDeploy,
  tried?: Applied<V1Deployment>,
): string {
  const count = tried?.before?.spec?.replicas ?? replicas;
  return `${count} ${count === 1 ? 'replica' : 'replicas'}`;
}

/**
 * What a person wants to know of an object that goes with a Deployment.
 *
 * @param made - as the API server has it, or would: OpenShift gives a Route the host that it lacks.
 */
function detailOf(
  companion: CompanionManifest,
  made?: KubernetesObject,
): string | undefined {
  switch (companion.kind) {
    case 'Service':
      return `port ${companion.spec?.ports?.[0].port}`;
    case 'Ingress':
      return companion.spec?.rules?.[0].host;
    case 'Route':
      return hostOf(made ?? companion);
    case 'HorizontalPodAutoscaler':
      return `${companion.spec?.minReplicas} to ${companion.spec?.maxReplicas} replicas`;
    default:
      return undefined;
  }
}

function hostOf(route: KubernetesObject & { spec?: unknown }) {
  const { spec } = route;
  return typeof spec === 'object' &&
    spec !== null &&
    'host' in spec &&
    typeof spec.host === 'string'
    ? spec.host
    : undefined;
}

function lineForExisting(
  kind: WrittenKind,
  name: string,
  { changes }: Applied<unknown>,
): string {
  return changes.length > 0
    ? `Changed ${kind} ${name}: ${changes.join(', ')}`
    : `${kind} ${name} is there already; nothing to change`;
}

function nameOf(kind: WrittenKind, { metadata }: KubernetesObject): ObjectName {
  return { kind, name: metadata?.name ?? '', namespace: metadata?.namespace };
}
