import type { V1Namespace } from '@kubernetes/client-node';
import { refuseForeign } from '../apply/refuseForeign';
import { requireRights } from '../apply/requireRights';
import type { Run } from '../apply/Run';
import type { ClusterClient } from '../cluster/ClusterClient';
import type { ServiceToRemove } from '../input/ServiceToRemove';
import type { ObjectName } from '../objects/ObjectName';
import { REMOVAL_ROLE } from '../refusal/roles';
import type { Delivery } from './Delivery';
import { findDelivery } from './findDelivery';
import { isOwnObject } from './findServiceObjects';
import { FoundObject, nameOfFound } from './FoundObject';
import { lookAgain } from './lookAgain';
import {
  deletedIn,
  deploymentsIn,
  planRemoval,
  RemovalPlan,
  rowsOfNamespace,
  rowsOfOthers,
  rowsOfPlan,
} from './planRemoval';
import { goneWith, removeDelivery } from './removeDelivery';
import type { RemovedObject } from './RemovedObject';
import {
  BECAME_FOREIGN,
  namespaceFate,
  removeNamespace,
  waitForNamespace,
} from './removeNamespace';
import { removeObject } from './removeObject';
import {
  nameOfApplication,
  requireRemovableDelivery,
} from './requireRemovableDelivery';
import { rightsToRemove } from './rightsToRemove';
import { waitForService } from './waitForService';

/** What became of a service. */
export interface RemovedService {
  /** What was done, or would be, in the order in which it is. */
  readonly objects: RemovedObject[];
  /** The Applications that delivered it: what they brought is still in Git. */
  readonly delivery: Delivery;
}

/**
 * Removes the objects of a service that the actions made, and the namespace if that was asked for and nothing
 * else is in it. Where it was delivered by Git, its Application goes first, and Argo CD deletes what that one
 * brought. Everything that would refuse it is looked for before the first deletion.
 *
 * @param remember - gets what will be deleted, before it is, and gives what a run of this task that was
 *   interrupted was about to delete.
 * @throws RefusedError
 */
export async function removeService(
  run: Run,
  request: ServiceToRemove,
  remember: (objects: readonly ObjectName[]) => Promise<readonly ObjectName[]>,
): Promise<RemovedService> {
  const { client, dryRun, record } = run;
  await requireRights(
    client,
    await rightsToRemove(client, request),
    REMOVAL_ROLE,
  );
  const namespace = await readNamespace(run, request);
  const delivery = await findDelivery(client, request);
  await requireRemovableDelivery(run, request, delivery);
  const plan =
    namespace && (await planRemoval(run, request, { namespace, delivery }));
  if (dryRun) {
    const delivered = delivery.applications.flatMap(goneWith);
    return {
      delivery,
      objects: [...delivered, ...(plan ? rowsOfPlan(plan) : [])],
    };
  }

  const names = [
    ...delivery.applications.map(nameOfApplication),
    ...(plan ? deletedIn(plan).map(nameOfFound) : []),
  ];
  const before = await deletedBefore(client, await remember(names), names);
  if (names.length > 0) {
    record.noteToRemove(names);
  }
  const objects = [
    ...before,
    ...(await removeDelivery(run, request, delivery)),
  ];
  if (plan) {
    objects.push(...(await removeObjects(run, request, plan.own)));
    objects.push(...rowsOfOthers(plan));
    objects.push(...(await finishNamespace(run, request, { plan, delivery })));
  }
  return { delivery, objects };
}

/** Undefined where it is gone; waits for one that goes already. */
async function readNamespace(
  run: Run,
  request: ServiceToRemove,
): Promise<V1Namespace | undefined> {
  const { client, dryRun, log } = run;
  const object: ObjectName = { kind: 'Namespace', name: request.namespace };
  const live = await client.read('Namespace', object);
  if (!live) {
    log(`Namespace ${object.name} does not exist on ${client.cluster}`);
    return undefined;
  }
  refuseForeign({ live, object, team: request.team });
  if (live.metadata?.deletionTimestamp) {
    log(`Namespace ${object.name} is being deleted already, with all it holds`);
    if (!dryRun) {
      await waitForNamespace(run, request, live);
    }
    return undefined;
  }
  return live;
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
  options: { plan: RemovalPlan; delivery: Delivery },
): Promise<RemovedObject[]> {
  const { own, others, namespace, fate } = options.plan;
  if (fate.kind !== 'goes') {
    return rowsOfNamespace(namespace, fate);
  }
  const again = await namespaceFate(run, request, namespace, {
    deployments: deploymentsIn([...own, ...others]),
    isBrought: options.delivery.isBrought,
  });
  return again.kind === 'goes'
    ? removeNamespace(run, request, { namespace, kit: again.kit })
    : rowsOfNamespace(namespace, again);
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
