import { WatchedKind } from '../facts/Facts';
import { KubernetesTabSettings } from './KubernetesTabSettings';
import { WATCHED_APIS, WATCHED_KINDS } from './watchedApis';
import { customResourcesOf } from './wayToTab';

/**
 * A kind, and where the API server has it.
 *
 * @public
 */
export interface AskedKind {
  readonly kind: WatchedKind;
  /** Empty for the core group. */
  readonly group: string;
  /** In lower case and plural, as RBAC names it. */
  readonly plural: string;
}

/**
 * The kinds that the Kubernetes plugin is configured to ask a cluster for, of those that are watched.
 *
 * @public
 */
export function kindsAskedFor(
  settings: KubernetesTabSettings,
  cluster: string,
): AskedKind[] {
  const custom = customResourcesOf(settings, cluster);
  return WATCHED_KINDS.flatMap(kind => {
    const { objectType, group, plural } = WATCHED_APIS[kind];
    const isAsked =
      (objectType !== undefined && settings.objectTypes.includes(objectType)) ||
      custom.some(each => each.group === group && each.plural === plural);
    return isAsked ? [{ kind, group, plural }] : [];
  });
}
