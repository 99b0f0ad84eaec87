import type { V1Deployment } from '@kubernetes/client-node';
import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import {
  CompanionManifest,
  WorkloadManifests,
  workloadManifests,
} from '../manifests/workloadManifests';
import type { WorkloadSpec } from '../manifests/WorkloadSpec';
import type { PlannedObject } from '../plan/PlannedObject';
import { Applied, applyOwned } from './applyOwned';
import type { WrittenKinds } from '../objects/WrittenKinds';
import type { ObjectName } from '../objects/ObjectName';
import { RefusedError } from '../refusal/Refusal';
import { refuseForeign } from './refuseForeign';
import {
  detailOf,
  lineForExisting,
  nameOf,
  replicasOf,
} from './describeWorkload';
import { requireRights } from './requireRights';
import { rightsToDeploy } from './rightsToDeploy';
import type { Run } from './Run';
import { retryRefusedPods, settleReplicas } from './settleReplicas';
import { plannedOf, tryObject, untried } from './tryObject';
import { tryPods } from './tryPods';
import { undoNamespace } from './undoNamespace';
import { waitUntilReady } from './waitUntilReady';

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

  await requireRights(client, rightsToDeploy(spec, companions));
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

  const { planned, tried, triedCompanions } = await tryAll(
    run,
    workload,
    manifests,
  );
  if (dryRun) {
    return { readyReplicas: 0, manifest, objects: planned };
  }

  const written = await writeDeployment(run, workload, { deployment, tried });
  const others = await writeCompanions(run, spec, triedCompanions);
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

/** A companion of a Deployment, and what the API server would make of it. */
interface TriedCompanion {
  companion: CompanionManifest;
  tried: Applied<WrittenKinds[CompanionManifest['kind']]>;
}

/** A refusal takes a namespace back that this run made, as long as nothing is in it. */
async function tryAll(
  run: Run,
  workload: WorkloadToDeploy,
  { deployment, companions }: WorkloadManifests,
): Promise<{
  planned: PlannedObject[];
  tried: Applied<V1Deployment>;
  triedCompanions: TriedCompanion[];
}> {
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
    const triedCompanions: TriedCompanion[] = [];
    for (const companion of companions) {
      const { kind } = companion;
      const triedToo = await tryObject(run, { kind, desired: companion, team });
      const detail = detailOf(companion, triedToo.object);
      planned.push(plannedOf(nameOf(kind, companion), triedToo, detail));
      triedCompanions.push({ companion, tried: triedToo });
    }
    await tryPods(run, { object, tried, replicas });
    return { planned, tried, triedCompanions };
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
  {
    deployment,
    tried,
  }: { deployment: V1Deployment; tried: Applied<V1Deployment> },
): Promise<Applied<V1Deployment>> {
  const { client, record, origin, log } = run;
  const { spec } = workload;
  const applied = await applyOwned({
    client,
    kind: 'Deployment',
    desired: deployment,
    team: spec.team,
    origin,
    tried,
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
  companions: readonly TriedCompanion[],
): Promise<PlannedObject[]> {
  const objects: PlannedObject[] = [];
  for (const { companion, tried } of companions) {
    const { kind } = companion;
    const object = nameOf(kind, companion);
    const applied = await applyOwned({
      client,
      kind,
      desired: companion,
      team,
      origin,
      tried,
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
