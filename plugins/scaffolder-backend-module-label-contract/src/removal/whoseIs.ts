import type { KubernetesObject } from '@kubernetes/client-node';
import { isMadeByUs, managersOf } from '../objects/managersOf';
import { SERVICE, TEAM } from '../manifests/ownershipLabels';

/** `of service billing` of what the actions made, else `made by kubectl-create`. */
export function whoseIs(live: KubernetesObject): string {
  const { [SERVICE]: service, [TEAM]: team } = live.metadata?.labels ?? {};
  if (isMadeByUs(live) && (service || team)) {
    return service ? `of service ${service}` : `of team ${team}`;
  }
  // What has no fields, such as an empty ConfigMap, has no managers either.
  return `made by ${managersOf(live).join(', ') || 'somebody else'}`;
}
