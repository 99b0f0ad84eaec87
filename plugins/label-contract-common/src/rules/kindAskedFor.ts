import { WorkloadKind } from '../facts/WorkloadFacts';
import { EditConfigFix } from '../fix/Fix';
import { KubernetesTabSettings } from '../gates/KubernetesTabSettings';
import { TAB_KINDS } from '../gates/tabKinds';
import { kindsNotAskedFor } from '../gates/wayToTab';
import { claimFinding } from './claimFinding';
import { isNothingVisible, podsOf } from './kindFinding';
import { defineEntityRule } from './Rule';

/** A kind that is missing in the configuration, and on which cluster. */
interface MissingKind {
  readonly kind: WorkloadKind;
  readonly cluster: string;
}

/**
 * The Kubernetes plugin asks the clusters for every kind that the workloads of the entity are of, and
 * that their pods are found through.
 *
 * @public
 */
export const kindAskedFor = defineEntityRule({
  id: 'kind-asked-for',
  description:
    'The Kubernetes plugin asks for every kind of workload that the service has.',
  verdict: 'contract',
  severities: ['warning', 'error'],
  owners: ['ops'],
  evidences: ['exact'],
  fixes: ['edit-config'],
  check(options) {
    const { entity, settings } = options;
    const missingFor = options.matched
      .map(({ facts, levels }) => ({
        facts,
        levels,
        missing: missingKinds(facts, settings),
      }))
      .filter(({ missing }) => missing.length > 0);
    if (missingFor.length === 0) {
      return undefined;
    }

    const missing = missingFor.flatMap(each => each.missing);
    const isAllHidden = isNothingVisible(options);
    return {
      rule: 'kind-asked-for',
      ...claimFinding(entity, isAllHidden ? 'error' : 'warning'),
      message: {
        id: isAllHidden ? 'nothing-visible' : 'some-hidden',
        values: {
          workloads: missingFor.map(({ facts }) => facts.name),
          kinds: [...new Set(missing.map(({ kind }) => kind))],
          hiddenPods: podsOf(missingFor),
        },
      },
      fixes: fixesOf(missing, settings),
    };
  },
});

/** To ask for a kind that is never drawn would show no more of it. */
function missingKinds(
  { kind, cluster }: MissingKind,
  settings: KubernetesTabSettings,
): MissingKind[] {
  return TAB_KINDS[kind].draws === 'nothing'
    ? []
    : kindsNotAskedFor({ kind, cluster, settings }).map(each => ({
        kind: each,
        cluster,
      }));
}

/** One for each place in the configuration and each kind, the same one once. */
function fixesOf(
  missing: readonly MissingKind[],
  settings: KubernetesTabSettings,
): EditConfigFix[] {
  const fixes = missing.map(each => fixOf(each, settings));
  return [...new Map(fixes.map(fix => [JSON.stringify(fix), fix])).values()];
}

function fixOf(
  { kind, cluster }: MissingKind,
  settings: KubernetesTabSettings,
): EditConfigFix {
  const { objectType, group, apiVersion, plural } = TAB_KINDS[kind];
  if (objectType !== undefined) {
    return {
      kind: 'edit-config',
      path: 'kubernetes.objectTypes',
      value: objectType,
    };
  }
  const ofItsOwn = settings.clusters.some(
    ({ name, customResources }) => name === cluster && customResources,
  );
  return {
    kind: 'edit-config',
    path: ofItsOwn
      ? `kubernetes.clusterLocatorMethods[].clusters[name=${cluster}].customResources`
      : 'kubernetes.customResources',
    value: { group, apiVersion, plural },
  };
}
