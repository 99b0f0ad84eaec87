import type { V1Namespace } from '@kubernetes/client-node';
import type { ClusterClient } from '../apply/ClusterClient';
import { REMOVAL_ROLE } from '../apply/errorOfRefusal';
import { ObjectName, RefusedError } from '../apply/Refusal';
import { refuseForeign } from '../apply/refuseForeign';
import { requireRights } from '../apply/requireRights';
import type { Run } from '../apply/Run';
import {
  findServiceObjects,
  isOwnObject,
  ServiceObjects,
} from './findServiceObjects';
import { FoundObject, nameOfFound } from './FoundObject';
import { gitOpsToolOf } from './gitOpsToolOf';
import { lookAgain } from './lookAgain';
import type { RemovedObject } from './RemovedObject';
import { removeObject } from './removeObject';
import {
  BECAME_FOREIGN,
  namespaceFate,
  NamespaceFate,
  removeNamespace,
  waitForNamespace,
} from './removeNamespace';
import { rightsToRemove } from './rightsToRemove';
import type { ServiceToRemove } from './ServiceToRemove';
import { waitForService } from './waitForService';
import { whoseIs } from './whoseIs';

/** What a removal would do. */
interface RemovalPlan extends ServiceObjects {
  readonly namespace: V1Namespace;
  readonly fate: NamespaceFate;
}

/**
 * Removes the objects of a service that the actions made, and the namespace if that was asked for and nothing
 * else is in it. Everything that would refuse it is looked for before the first deletion.
 *
 * @param remember - gets what will be deleted, before it is, and gives what a run of this task that was
 *   interrupted was about to delete.
 * @returns what was done, or would be, in the order in which it is.
 * @throws RefusedError
 */
export async function removeService(
  run: Run,
  request: ServiceToRemove,
  remember: (objects: readonly ObjectName[]) => Promise<readonly ObjectName[]>,
): Promise<RemovedObject[]> {
  const { client, dryRun, log } = run;
  const name: ObjectName = { kind: 'Namespace', name: request.namespace };
  await requireRights(
    client,
    await rightsToRemove(client, request),
    REMOVAL_ROLE,
  );

  const namespace = await client.read('Namespace', name);
  if (!namespace) {
    log(`Namespace ${name.name} does not exist on ${client.cluster}`);
    return dryRun ? [] : deletedBefore(client, await remember([]), []);
  }
  refuseForeign({ live: namespace, object: name, team: request.team });
  if (namespace.metadata?.deletionTimestamp) {
    log(`Namespace ${name.name} is being deleted already, with all it holds`);
    if (!dryRun) {
      await waitForNamespace(run, request, namespace);
    }
    return dryRun ? [] : deletedBefore(client, await remember([]), []);
  }

  const plan = await planOf(run, request, namespace);
  const staying = plan.others.map(
    (found): RemovedObject => ({
      object: nameOfFound(found),
      outcome: 'stays',
      reason: `${whoseIs(found.live)}, not by this portal`,
    }),
  );
  const names = deletedIn(plan).map(nameOfFound);
  if (dryRun) {
    return [
      ...names.map((object): RemovedObject => ({ object, outcome: 'deleted' })),
      ...staying,
      ...stayingNamespace(name, plan.fate),
    ];
  }

  const before = await deletedBefore(client, await remember(names), names);
  run.record.noteToRemove(names);
  const done = await removeObjects(run, request, plan.own);
  return [
    ...before,
    ...done,
    ...staying,
    ...(await finishNamespace(run, request, plan)),
  ];
}

async function planOf(
  run: Run,
  request: ServiceToRemove,
  namespace: V1Namespace,
): Promise<RemovalPlan> {
  const objects = await findServiceObjects(run.client, request);
  const fate = await namespaceFate(
    run,
    request,
    namespace,
    deploymentsIn(objects.own),
  );
  const plan = { ...objects, namespace, fate };
  refuseGitOps([
    ...objects.own,
    ...objects.others,
    ...(request.removeNamespace
      ? [{ kind: 'Namespace' as const, live: namespace }]
      : []),
    ...(fate.kind === 'goes' ? fate.kit : []),
  ]);
  if (fate.kind === 'goes') {
    run.log(
      `Whatever the portal can't see in namespace ${request.namespace} would go with it: Secrets, and kinds that it does not know`,
    );
  }
  return plan;
}

/** Whoever reads the repository would make it anew, so a removal from the cluster would be none. */
function refuseGitOps(objects: readonly FoundObject[]): void {
  for (const found of objects) {
    const tool = gitOpsToolOf(found.live);
    if (tool) {
      throw new RefusedError({
        kind: 'managed-by-gitops',
        object: nameOfFound(found),
        tool,
      });
    }
  }
}

async function removeObjects(
  run: Run,
  request: ServiceToRemove,
  own: readonly FoundObject[],
): Promise<RemovedObject[]> {
  const { client, record, log } = run;
  const done: RemovedObject[] = [];
  const deleted: FoundObject[] = [];
  for (const found of own) {
    const object = nameOfFound(found);
    const outcome = await removeObject({
      client,
      found,
      mayGo: again => isOwnObject(again, request),
    });
    if (outcome === 'kept') {
      record.forget(object);
      done.push({ object, outcome: 'stays', reason: BECAME_FOREIGN });
      continue;
    }
    record.noteRemoved(object);
    log(`Deleted ${object.kind} ${object.name}`);
    deleted.push(found);
    done.push({ object, outcome: 'deleted' });
  }
  await waitForService(run, request, deleted);
  return done;
}

/** Somebody may have put something into the namespace since it was planned. */
async function finishNamespace(
  run: Run,
  request: ServiceToRemove,
  { own, namespace, fate }: RemovalPlan,
): Promise<RemovedObject[]> {
  const object: ObjectName = { kind: 'Namespace', name: request.namespace };
  if (fate.kind === 'stays') {
    return stayingNamespace(object, fate);
  }
  const again = await namespaceFate(
    run,
    request,
    namespace,
    deploymentsIn(own),
  );
  if (again.kind === 'stays') {
    return stayingNamespace(object, again);
  }
  return removeNamespace(run, request, { namespace, kit: again.kit });
}

function stayingNamespace(
  object: ObjectName,
  fate: NamespaceFate,
): RemovedObject[] {
  return fate.kind === 'stays'
    ? [{ object, outcome: 'stays', reason: fate.reason }]
    : [];
}

function deletedIn({ own, fate, namespace }: RemovalPlan): FoundObject[] {
  return fate.kind === 'goes'
    ? [...own, ...fate.kit, { kind: 'Namespace', live: namespace }]
    : [...own];
}

function deploymentsIn(objects: readonly FoundObject[]) {
  return objects.flatMap(({ kind, live }) =>
    kind === 'Deployment' ? [live] : [],
  );
}

/** What an interrupted run of the task was about to delete, and is not there any more. */
async function deletedBefore(
  client: ClusterClient,
  remembered: readonly ObjectName[],
  found: readonly ObjectName[],
): Promise<RemovedObject[]> {
  const keyOf = ({ kind, name }: ObjectName) => `${kind}/${name}`;
  const isFound = new Set(found.map(keyOf));
  const deleted: RemovedObject[] = [];
  for (const object of remembered) {
    if (!isFound.has(keyOf(object)) && !(await lookAgain(client, object))) {
      deleted.push({ object, outcome: 'deleted' });
    }
  }
  return deleted;
}
