import type { V1Namespace } from '@kubernetes/client-node';
import { namespaceKit, KitManifest } from '../manifests/namespaceKit';
import {
  namespaceManifest,
  NamespaceSpec,
} from '../manifests/namespaceManifest';
import type { PlannedObject } from '../plan/PlannedObject';
import { Applied, applyOwned, ApplyOwnedOptions } from './applyOwned';
import { AnsweredError } from '../cluster/ClusterClient';
import { KINDS } from '../objects/kinds';
import type { ObjectName } from '../objects/ObjectName';
import { RefusedError } from '../refusal/Refusal';
import { refuseForeign } from './refuseForeign';
import { requireRights, rightsToApply } from './requireRights';
import type { Run } from './Run';
import { isOpenProject, isUnlabelled, openProjects } from './isOpenProject';
import { plannedOf, tryObject, untried } from './tryObject';
import { undoNamespace } from './undoNamespace';

/**
 * Makes a namespace with its kit, or brings one that is the team's up to date. What it did, or would do,
 * is told of the namespace first.
 *
 * @throws RefusedError before anything is written, where that can be known before.
 */
export async function createNamespace(
  run: Run,
  spec: NamespaceSpec,
): Promise<PlannedObject[]> {
  const { client, dryRun } = run;
  const name: ObjectName = { kind: 'Namespace', name: spec.name };
  const detail = `for ${spec.team.name}`;
  const kit = namespaceKit(spec);

  await requireRights(client, [
    ...rightsToApply('Namespace', { verbs: ['get', 'patch'] }),
    ...[...new Set(kit.map(({ kind }) => kind))].flatMap(kind =>
      rightsToApply(kind, { namespace: spec.name }),
    ),
  ]);
  const live = await client.read('Namespace', name);
  refuseTerminating(live, spec);
  const isOpen = live !== undefined && (await isOpenProject(client, live));
  const mayTake = isOpen ? isUnlabelled : undefined;
  if (!isOpen) {
    refuseForeign({ live, object: name, team: spec.team.name });
  }
  const byProject = !live && (await needsProject(run));

  // A project of OpenShift can't be tried: its namespace is made by another account.
  const tried = byProject
    ? undefined
    : await tryObject(run, {
        kind: 'Namespace',
        desired: namespaceManifest(spec),
        team: spec.team.name,
        mayTake,
      });
  const triedKit = live ? await tryKit(run, spec, kit) : undefined;
  if (dryRun) {
    return [
      tried
        ? plannedOf(name, tried, detail)
        : untried(name, 'by a ProjectRequest'),
      ...(triedKit ?? kit.map(manifest => untried(nameOf(manifest)))),
    ];
  }

  const made = byProject
    ? await makeByProject(run, spec)
    : await writeNamespace(run, spec, isOpen ? { mayTake } : { tried });
  if (isOpen) {
    run.log(
      `Took the project ${spec.name}, which an earlier run asked OpenShift for and did not come to label`,
    );
  }
  run.record.noteOwn(name);
  if (kit.length > 0 && !triedKit) {
    await tryKitOfNew(run, spec, kit);
  }
  return [plannedOf(name, made, detail), ...(await writeKit(run, spec, kit))];
}

function writeNamespace(
  { client, origin }: Run,
  spec: NamespaceSpec,
  known: Pick<ApplyOwnedOptions<'Namespace'>, 'mayTake' | 'tried'> = {},
): Promise<Applied<V1Namespace>> {
  return applyOwned({
    client,
    kind: 'Namespace',
    desired: namespaceManifest(spec),
    team: spec.team.name,
    origin,
    ...known,
    onRead: live => refuseTerminating(live, spec),
  });
}

/** Whether namespaces may be made by asking OpenShift for a project only. @throws RefusedError where neither may. */
async function needsProject({ client }: Run): Promise<boolean> {
  const toCreate = rightsToApply('Namespace', { verbs: ['create'] });
  const [right] = toCreate;
  if (await client.mayI(right)) {
    return false;
  }
  const { group, resource } = KINDS.ProjectRequest;
  const hasProjects = await client.serves('ProjectRequest');
  if (hasProjects && (await client.mayI({ verb: 'create', group, resource }))) {
    return true;
  }
  throw new RefusedError({
    kind: 'rights-missing',
    rights: toCreate,
    orElse: hasProjects
      ? `To create ${resource}.${group} would do as well (ClusterRole self-provisioner).`
      : undefined,
  });
}

/** The labels come after the project is there: a ProjectRequest carries none. */
async function makeByProject(
  run: Run,
  spec: NamespaceSpec,
): Promise<Applied<V1Namespace>> {
  const { client, log } = run;
  try {
    await client.requestProject({
      name: spec.name,
      description: spec.description,
    });
  } catch (error) {
    // Somebody made it since it was looked for: whose it is now decides.
    if (error instanceof AnsweredError && error.answer.kind === 'stale') {
      const mayTake = await openProjects(client);
      return writeNamespace(run, spec, { mayTake });
    }
    throw error;
  }
  log(
    `Asked OpenShift for the project ${spec.name}, as the portal may not create namespaces itself`,
  );
  run.record.noteOwn({ kind: 'Namespace', name: spec.name }, 'without labels');
  return writeNamespace(run, spec, { mayTake: isUnlabelled });
}

/** A namespace that was made a moment ago goes again if its kit is refused. */
async function tryKitOfNew(
  run: Run,
  spec: NamespaceSpec,
  kit: readonly KitManifest[],
): Promise<void> {
  try {
    await tryKit(run, spec, kit);
  } catch (error) {
    await undoNamespace(run, spec.name);
    throw error;
  }
}

async function tryKit(
  run: Run,
  spec: NamespaceSpec,
  kit: readonly KitManifest[],
): Promise<PlannedObject[]> {
  const objects: PlannedObject[] = [];
  for (const manifest of kit) {
    const tried = await tryObject(run, {
      kind: manifest.kind,
      desired: manifest,
      team: spec.team.name,
    });
    objects.push(plannedOf(nameOf(manifest), tried));
  }
  return objects;
}

async function writeKit(
  { client, record, origin, log }: Run,
  spec: NamespaceSpec,
  kit: readonly KitManifest[],
): Promise<PlannedObject[]> {
  const objects: PlannedObject[] = [];
  for (const manifest of kit) {
    const object = nameOf(manifest);
    const applied = await applyOwned({
      client,
      kind: manifest.kind,
      desired: manifest,
      team: spec.team.name,
      origin,
    });
    record.noteOwn(object);
    if (applied.outcome !== 'unchanged') {
      log(
        applied.outcome === 'created'
          ? `Created ${object.kind} ${object.name}`
          : `Changed ${object.kind} ${object.name}: ${applied.changes.join(
              ', ',
            )}`,
      );
    }
    objects.push(plannedOf(object, applied));
  }
  return objects;
}

function refuseTerminating(
  live: V1Namespace | undefined,
  { name }: NamespaceSpec,
): void {
  if (live?.metadata?.deletionTimestamp) {
    throw new RefusedError({ kind: 'namespace-terminating', namespace: name });
  }
}

function nameOf({ kind, metadata }: KitManifest): ObjectName {
  return { kind, name: metadata?.name ?? '', namespace: metadata?.namespace };
}
