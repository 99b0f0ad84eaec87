import { WatchedKind } from '../facts/Facts';
import { KubernetesTabSettings } from '../gates/KubernetesTabSettings';
import { WATCHED_APIS } from '../gates/watchedApis';
import { customResourcesOf } from '../gates/wayToTab';
import { accessFinding, problemOf } from './accessFinding';
import { defineClusterRule } from './Rule';

/**
 * The cluster serves every kind that the Kubernetes plugin is configured to ask it for (404). What is
 * not asked for need not exist: not every cluster has Rollouts.
 *
 * @public
 */
export const kindServed = defineClusterRule({
  id: 'kind-served',
  description:
    'The cluster serves every kind that the Kubernetes plugin asks it for.',
  verdict: 'none',
  severities: ['error', 'warning'],
  owners: ['ops'],
  evidences: ['exact'],
  fixes: [],
  check(options) {
    const { cluster, settings } = options;
    const problem = problemOf(cluster, 'not-served');
    const kinds = (problem?.kinds ?? []).filter(kind =>
      isConfigured(kind, cluster.name, settings),
    );
    if (!problem || kinds.length === 0) {
      return undefined;
    }
    const { values, ...finding } = accessFinding(options, {
      ...problem,
      kinds,
    });
    return {
      rule: 'kind-served',
      ...finding,
      message: { id: 'not-served', values },
      fixes: [],
    };
  },
});

function isConfigured(
  kind: WatchedKind,
  cluster: string,
  settings: KubernetesTabSettings,
): boolean {
  const { objectType, group, plural } = WATCHED_APIS[kind];
  return (
    (objectType !== undefined && settings.objectTypes.includes(objectType)) ||
    customResourcesOf(settings, cluster).some(
      each => each.group === group && each.plural === plural,
    )
  );
}
