import type { KubernetesObject, V1Namespace } from '@kubernetes/client-node';
import type { Run } from '../apply/Run';
import type { ServiceToRemove } from '../input/ServiceToRemove';
import { MANAGED_BY, MANAGED_BY_US } from '../manifests/ownershipLabels';
import type { ObjectName } from '../objects/ObjectName';
import { RefusedError } from '../refusal/Refusal';
import { GITOPS_REMOVAL_ROLE } from '../refusal/roles';
import type { Delivery } from './Delivery';
import { findServiceObjects, ServiceObjects } from './findServiceObjects';
import { FoundObject, nameOfFound } from './FoundObject';
import { applicationOf, gitOpsToolOf } from './gitOpsToolOf';
import type { RemovedObject } from './RemovedObject';
import { namespaceFate, NamespaceFate } from './removeNamespace';
import { whoseIs } from './whoseIs';

/** What a removal would do itself, besides what goes with an Application. */
export interface RemovalPlan extends ServiceObjects {
  readonly namespace: V1Namespace;
  readonly fate: NamespaceFate;
}

/** Looks at all that a removal would touch. @throws RefusedError where something is kept by Git. */
export async function planRemoval(
  run: Run,
  request: ServiceToRemove,
  options: { namespace: V1Namespace; delivery: Delivery },
): Promise<RemovalPlan> {
  const { namespace, delivery } = options;
  const { isBrought } = delivery;
  const found = await findServiceObjects(run.client, request);
  const own = found.own.filter(({ live }) => !isBrought(live));
  const others = found.others.filter(({ live }) => !isBrought(live));
  const deployments = deploymentsIn([...found.own, ...found.others]);
  const fate: NamespaceFate = delivery.bringsNamespace
    ? { kind: 'goes-with-application' }
    : await namespaceFate(run, request, namespace, { deployments, isBrought });
  const goesItself = request.removeNamespace && !delivery.bringsNamespace;
  refuseGitOps([
    ...own,
    ...others,
    ...(goesItself ? [{ kind: 'Namespace' as const, live: namespace }] : []),
    ...(fate.kind === 'goes' ? fate.kit : []),
  ]);
  if (fate.kind !== 'stays') {
    run.log(
      `Whatever the portal can't see in namespace ${request.namespace} would go with it: Secrets, and kinds that it does not know`,
    );
  }
  return { own, others, namespace, fate };
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
        orElse: mayBeOurs(found.live)
          ? `If it was deployed by this portal, the ${GITOPS_REMOVAL_ROLE.kind} ${GITOPS_REMOVAL_ROLE.name} lets this action delete the Application.`
          : undefined,
      });
    }
  }
}

/** Its manifest was written by the actions, as it seems; whoever made the Application. */
function mayBeOurs(live: KubernetesObject): boolean {
  return (
    live.metadata?.labels?.[MANAGED_BY] === MANAGED_BY_US &&
    applicationOf(live) !== undefined
  );
}

/** What a removal deletes itself. */
export function deletedIn({
  own,
  fate,
  namespace,
}: RemovalPlan): FoundObject[] {
  return fate.kind === 'goes'
    ? [...own, ...fate.kit, { kind: 'Namespace', live: namespace }]
    : [...own];
}

/** What would be done, as a plan tells it. */
export function rowsOfPlan(plan: RemovalPlan): RemovedObject[] {
  return [
    ...deletedIn(plan).map(
      (found): RemovedObject => ({
        object: nameOfFound(found),
        outcome: 'deleted',
      }),
    ),
    ...rowsOfOthers(plan),
    ...rowsOfNamespace(plan.namespace, plan.fate),
  ];
}

/** What is labelled like the service's objects, and stays. */
export function rowsOfOthers({ others }: ServiceObjects): RemovedObject[] {
  return others.map(found => ({
    object: nameOfFound(found),
    outcome: 'stays',
    reason: `${whoseIs(found.live)}, not by this portal`,
  }));
}

/** A namespace that stays. */
export function rowsOfNamespace(
  { metadata }: V1Namespace,
  fate: NamespaceFate,
): RemovedObject[] {
  const object: ObjectName = { kind: 'Namespace', name: metadata?.name ?? '' };
  return fate.kind === 'stays'
    ? [{ object, outcome: 'stays', reason: fate.reason }]
    : [];
}

/** The Deployments among the objects. */
export function deploymentsIn(objects: readonly FoundObject[]) {
  return objects.flatMap(({ kind, live }) =>
    kind === 'Deployment' ? [live] : [],
  );
}
