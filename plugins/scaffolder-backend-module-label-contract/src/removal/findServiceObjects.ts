import type { ClusterClient } from '../cluster/ClusterClient';
import { isMadeByUs } from '../objects/managersOf';
import { SERVICE, TEAM } from '../manifests/ownershipLabels';
import type { FoundObject } from './FoundObject';
import { gitOpsToolOf } from './gitOpsToolOf';
import { SERVICE_KINDS } from './removalKinds';
import type { ServiceToRemove } from '../input/ServiceToRemove';

/** The objects that carry a service's labels. */
export interface ServiceObjects {
  /** Those that the actions made, in the order in which they go. */
  readonly own: readonly FoundObject[];
  /** Those that somebody else made, and labelled like ours. */
  readonly others: readonly FoundObject[];
}

/** Lists what the labels name, and tells apart by what the API server noted of who made it. */
export async function findServiceObjects(
  client: ClusterClient,
  { service, team, namespace }: ServiceToRemove,
): Promise<ServiceObjects> {
  const labelSelector = `${SERVICE}=${service},${TEAM}=${team}`;
  const found: FoundObject[] = [];
  for (const kind of SERVICE_KINDS) {
    if (await client.serves(kind)) {
      const items = await client.list(kind, { namespace, labelSelector });
      found.push(...items.map(live => ({ kind, live })));
    }
  }
  return {
    own: found.filter(({ live }) => isMadeByUs(live)),
    others: found.filter(({ live }) => !isMadeByUs(live)),
  };
}

/** Whether a removal of the service may delete it: as labelled, made by the actions, and not kept by Git. */
export function isOwnObject(
  { live }: FoundObject,
  { service, team }: ServiceToRemove,
): boolean {
  const labels = live.metadata?.labels ?? {};
  return (
    labels[SERVICE] === service &&
    labels[TEAM] === team &&
    isMadeByUs(live) &&
    !gitOpsToolOf(live)
  );
}
