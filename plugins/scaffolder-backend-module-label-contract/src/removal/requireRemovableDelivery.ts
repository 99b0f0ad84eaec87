import type { KubernetesObject } from '@kubernetes/client-node';
import { requireRights } from '../apply/requireRights';
import type { Run } from '../apply/Run';
import type { ServiceToRemove } from '../input/ServiceToRemove';
import {
  ArgoCdApplication,
  DELETE_RESOURCES,
} from '../manifests/applicationManifest';
import { SERVICE, TEAM } from '../manifests/ownershipLabels';
import { KINDS } from '../objects/kinds';
import { RefusedError } from '../refusal/Refusal';
import { GITOPS_REMOVAL_ROLE } from '../refusal/roles';
import type { Delivery } from './Delivery';
import { nameOfFound } from './FoundObject';
import { gitOpsToolOf } from './gitOpsToolOf';
import { namespaceHolders } from './namespaceHolders';
import { nameSome } from './nameSome';
import { SERVICE_KINDS } from './removalKinds';

/**
 * Passes Applications with which goes what was asked for, and nothing else. Argo CD deletes all that an
 * Application brought and asks nobody, so all of it is looked at before.
 *
 * @throws RefusedError
 */
export async function requireRemovableDelivery(
  run: Run,
  request: ServiceToRemove,
  delivery: Delivery,
): Promise<void> {
  const { client } = run;
  const { argoCdNamespace } = request;
  // What is being deleted already can't be stopped any more.
  const applications = delivery.applications.filter(
    ({ metadata }) => !metadata?.deletionTimestamp,
  );
  if (applications.length === 0) {
    return;
  }
  const { group, resource } = KINDS.Application;
  await requireRights(
    client,
    [{ verb: 'delete', group, resource, namespace: argoCdNamespace }],
    GITOPS_REMOVAL_ROLE,
  );
  for (const application of applications) {
    const reason =
      reasonOfItself(application, request) ??
      (await reasonOfContents(run, request, delivery));
    if (reason) {
      const object = nameOfApplication(application);
      throw new RefusedError({ kind: 'application-stays', object, reason });
    }
  }
}

/** An Application as people name it. */
export function nameOfApplication(live: ArgoCdApplication) {
  return nameOfFound({ kind: 'Application', live });
}

function reasonOfItself(
  live: ArgoCdApplication,
  { namespace, removeNamespace }: ServiceToRemove,
): string | undefined {
  const { metadata, status } = live;
  const tool = gitOpsToolOf(live);
  if (tool) {
    throw new RefusedError({
      kind: 'managed-by-gitops',
      object: nameOfApplication(live),
      tool,
    });
  }
  if (!metadata?.finalizers?.includes(DELETE_RESOURCES)) {
    return `it has lost its finalizer ${DELETE_RESOURCES}, so Argo CD would leave behind what it brought. Run label-contract:argocd:application again, which sets it.`;
  }
  const isNamespace = (kind: string, name: string) =>
    kind === 'Namespace' && name === namespace;
  const elsewhere = (status?.resources ?? []).filter(
    resource =>
      resource.namespace !== namespace &&
      !isNamespace(resource.kind, resource.name),
  );
  if (elsewhere.length > 0) {
    const names = elsewhere.map(
      ({ kind, name, namespace: where }) =>
        `${kind} ${name}${where ? ` in namespace ${where}` : ''}`,
    );
    return `it also brought ${nameSome(
      names,
    )}, which would go with it. Remove the service from its Git repository by hand.`;
  }
  const brings = (status?.resources ?? []).some(({ kind, name }) =>
    isNamespace(kind, name),
  );
  return brings && !removeNamespace
    ? `it also brought the namespace ${namespace}, which would go with it. Say so (removeNamespace), or remove the service from its Git repository by hand.`
    : undefined;
}

async function reasonOfContents(
  { client }: Run,
  request: ServiceToRemove,
  { bringsNamespace, isBrought }: Delivery,
): Promise<string | undefined> {
  const { service, team, namespace } = request;
  const isOfService = ({ metadata }: KubernetesObject) =>
    metadata?.labels?.[SERVICE] === service && metadata.labels[TEAM] === team;
  const foreign: string[] = [];
  const deployments: KubernetesObject[] = [];
  for (const kind of SERVICE_KINDS) {
    if (await client.serves(kind)) {
      const items: KubernetesObject[] = await client.list(kind, { namespace });
      for (const live of items.filter(isBrought)) {
        if (!isOfService(live)) {
          foreign.push(`${kind} ${live.metadata?.name}`);
        }
      }
      if (kind === 'Deployment') {
        deployments.push(...items.filter(isOfService));
      }
    }
  }
  if (foreign.length > 0) {
    return `it also brought ${nameSome(
      foreign,
    )} of another service, which would go with it. Remove the service from its Git repository by hand.`;
  }
  if (!bringsNamespace) {
    return undefined;
  }
  const goes = { deployments, isBrought };
  const { holders } = await namespaceHolders(client, request, goes);
  return holders.length > 0
    ? `it brought the namespace ${namespace}, too, which holds ${nameSome(
        holders,
      )}. Move that away first, or remove the service from its Git repository by hand.`
    : undefined;
}
