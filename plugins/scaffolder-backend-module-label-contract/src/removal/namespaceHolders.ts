import type { KubernetesObject } from '@kubernetes/client-node';
import type { ClusterClient } from '../cluster/ClusterClient';
import type { ListedKind } from '../objects/ListedKinds';
import { isMadeByUs, managersOf } from '../objects/managersOf';
import { TEAM } from '../manifests/ownershipLabels';
import type { FoundObject } from './FoundObject';
import { isOwnObject } from './findServiceObjects';
import { isPodOf } from './isPodOf';
import { KIT_KINDS, OTHER_KINDS, SERVICE_KINDS } from './removalKinds';
import type { ServiceToRemove } from '../input/ServiceToRemove';
import { whoseIs } from './whoseIs';

/** What is in a namespace besides the service. */
export interface NamespaceContents {
  /** The kit that the actions made, which goes with the namespace. */
  readonly kit: readonly FoundObject[];
  /** What would be lost with the namespace and is not ours, such as `Pod a (made by b)`. */
  readonly holders: readonly string[];
}

/** Every namespace gets these from Kubernetes and OpenShift. */
const CONFIG_MAPS_OF_ALL = new Set([
  'kube-root-ca.crt',
  'openshift-service-ca.crt',
]);

/** Who puts a new project's roles, quotas and policies into it on OpenShift. */
const MAKERS_OF_PROJECTS = new Set([
  'openshift-apiserver',
  'openshift-controller-manager',
  'cluster-policy-controller',
]);

/**
 * Looks through a namespace. Kinds that the portal does not know, and Secrets, are not looked for.
 *
 * @param goes.deployments - those of the service: their pods go with them.
 * @param goes.isBrought - what goes with an Application of the service.
 */
export async function namespaceHolders(
  client: ClusterClient,
  request: ServiceToRemove,
  goes: {
    deployments: readonly KubernetesObject[];
    isBrought: (live: KubernetesObject) => boolean;
  },
): Promise<NamespaceContents> {
  const { namespace } = request;
  const { deployments, isBrought } = goes;
  const kit: FoundObject[] = [];
  const holders: string[] = [];

  for (const kind of SERVICE_KINDS) {
    for (const live of await listOf(client, kind, namespace)) {
      if (!isOwnObject({ kind, live }, request) && !isBrought(live)) {
        holders.push(describe(kind, live));
      }
    }
  }
  for (const kind of KIT_KINDS) {
    for (const live of await listOf(client, kind, namespace)) {
      if (isMadeByUs(live) && live.metadata?.labels?.[TEAM] === request.team) {
        kit.push({ kind, live });
      } else if (!comesWithProject(live) && !isBrought(live)) {
        holders.push(describe(kind, live));
      }
    }
  }
  for (const kind of OTHER_KINDS) {
    for (const live of await listOf(client, kind, namespace)) {
      const isOfAll =
        kind === 'ConfigMap' &&
        CONFIG_MAPS_OF_ALL.has(live.metadata?.name ?? '');
      if (!isOfAll && !isControlled(live) && !isBrought(live)) {
        holders.push(describe(kind, live));
      }
    }
  }
  for (const pod of await client.listPods({ namespace })) {
    if (isStaying(pod) && !isPodOf(pod, deployments)) {
      holders.push(describe('Pod', pod));
    }
  }
  return { kit, holders };
}

async function listOf(
  client: ClusterClient,
  kind: ListedKind,
  namespace: string,
): Promise<KubernetesObject[]> {
  if (!(await client.serves(kind))) {
    return [];
  }
  const items: KubernetesObject[] = await client.list(kind, { namespace });
  return items.filter(isStaying);
}

/** What is being deleted already goes, whoever made it; such as pods after a removal that was cancelled. */
function isStaying({ metadata }: KubernetesObject): boolean {
  return metadata?.deletionTimestamp === undefined;
}

function comesWithProject(live: KubernetesObject): boolean {
  const managers = managersOf(live);
  return (
    managers.length > 0 &&
    managers.every(manager => MAKERS_OF_PROJECTS.has(manager))
  );
}

/** What is controlled goes and stays with its controller, which is looked at itself, as are all pods. */
function isControlled({ metadata }: KubernetesObject): boolean {
  return (metadata?.ownerReferences ?? []).some(({ controller }) => controller);
}

function describe(kind: string, live: KubernetesObject): string {
  return `${kind} ${live.metadata?.name} (${whoseIs(live)})`;
}
