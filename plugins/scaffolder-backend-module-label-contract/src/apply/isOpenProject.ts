import type { V1Namespace } from '@kubernetes/client-node';
import type { ClusterClient } from '../cluster/ClusterClient';
import { CREATED_BY, TEAM } from '../manifests/ownershipLabels';

/** Annotation in which OpenShift's API server notes who asked for a project. */
const REQUESTER = 'openshift.io/requester';

/** Whether a namespace carries nothing that the actions write: neither now, nor did a team give it back. */
export function isUnlabelled({ metadata }: V1Namespace): boolean {
  const { labels = {}, annotations = {} } = metadata ?? {};
  return !(TEAM in labels) && !(CREATED_BY in annotations);
}

/**
 * Tells the projects that the portal itself has asked OpenShift for, and that nobody has had since: a run ended
 * between the request and the labels. Nobody else could have asked in the portal's name.
 */
export async function openProjects(
  client: ClusterClient,
): Promise<(live: V1Namespace) => boolean> {
  const account = await client.whoAmI();
  return live =>
    account !== undefined &&
    requesterOf(live) === account &&
    isUnlabelled(live);
}

/** Whether a namespace is one of the {@link openProjects}. Asks only where it may be one. */
export async function isOpenProject(
  client: ClusterClient,
  live: V1Namespace,
): Promise<boolean> {
  const mayBe = requesterOf(live) !== undefined && isUnlabelled(live);
  return mayBe && (await openProjects(client))(live);
}

function requesterOf({ metadata }: V1Namespace): string | undefined {
  return metadata?.annotations?.[REQUESTER];
}
