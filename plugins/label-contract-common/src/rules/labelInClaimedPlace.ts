import { KUBERNETES_CLUSTER, KUBERNETES_NAMESPACE } from '../annotations';
import { ClaimedEntity, isClaimed } from '../claim/ClaimedEntity';
import { isTwinOfPlace } from '../evidence/isTwinOfPlace';
import { Fix } from '../fix/Fix';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { parseSelector } from '../selector/parseSelector';
import { claimFinding, editAnnotations } from './claimFinding';
import { relateClusterFixes } from './relateClusterFixes';
import { defineEntityRule, EntityCheck } from './Rule';
import {
  distinct,
  hiddenWorkloads,
  otherClaimants,
  workloadsCarrying,
} from './workloadsCarrying';

/**
 * What carries the right label lives where the claim looks. An error where the claimed place has nothing
 * of it at all; else it is worth knowing what the annotation leaves out. A staging twin is left out on
 * purpose, so alone it is no error.
 *
 * @public
 */
export const labelInClaimedPlace = defineEntityRule({
  id: 'label-in-claimed-place',
  description:
    'Workloads with the right label are in the namespace and on the clusters that the claim is narrowed to.',
  verdict: 'contract',
  severities: ['error', 'info'],
  owners: ['catalog'],
  evidences: ['exact'],
  fixes: ['edit-annotations', 'relate-cluster'],
  check(options) {
    const { entity, matched, isBroken, isEverythingRead } = options;
    if (!isClaimed(entity) || isBroken) {
      return undefined;
    }
    const outside = workloadsOutside(options, entity);
    const isElsewhereOnly = matched.length === 0;
    const isTwinsOnly = outside.every(({ facts }) =>
      isTwinOfPlace(facts, {
        namespace: entity.claim.namespace,
        clusters: askedOf(options),
      }),
    );
    if (
      outside.length === 0 ||
      (isElsewhereOnly && (isTwinsOnly || !isEverythingRead))
    ) {
      return undefined;
    }

    const namespaces = distinct(outside.map(({ facts }) => facts.namespace));
    const clusters = distinct(outside.map(({ facts }) => facts.cluster));
    const isByNamespace =
      entity.claim.namespace !== undefined &&
      namespaces.some(name => name !== entity.claim.namespace);
    const key = isByNamespace
      ? KUBERNETES_NAMESPACE
      : keyOfClusters(options.settings);
    return {
      rule: 'label-in-claimed-place',
      ...claimFinding(entity, isElsewhereOnly ? 'error' : 'info'),
      message: {
        id: isElsewhereOnly ? 'only-elsewhere' : 'also-elsewhere',
        values: {
          key,
          value: entity.annotations[key] ?? '',
          problem: '',
          clusters,
          namespaces,
          ...hiddenWorkloads(outside),
        },
      },
      fixes: isElsewhereOnly
        ? fixesFor({ check: options, entity, clusters, namespaces })
        : [],
      explains: isElsewhereOnly ? outside.map(({ facts }) => facts) : [],
    };
  },
});

/** What the query finds outside the claimed place, and no other claim does. */
function workloadsOutside(
  check: EntityCheck,
  entity: ClaimedEntity,
): MatchedWorkload[] {
  const { everywhere, catalog, isIgnoredNamespace } = check;
  const { query, namespace } = entity.claim;
  const parsed = parseSelector(query);
  if (!catalog || parsed.kind === 'invalid') {
    return [];
  }
  const { selector } = parsed;
  const asked = askedOf(check);
  const isInside = ({ facts }: MatchedWorkload) =>
    asked.includes(facts.cluster) &&
    (!namespace || namespace === facts.namespace);
  return workloadsCarrying({ selector, facts: everywhere, isIgnoredNamespace })
    .filter(workload => !isInside(workload))
    .filter(
      workload => otherClaimants({ entity, workload, catalog }).length === 0,
    );
}

function askedOf({ facts }: EntityCheck): string[] {
  return [...facts.clusters()].map(({ name }) => name);
}

/** What narrows a claim to clusters: an annotation, or relations. */
function keyOfClusters({ serviceLocator }: EntityCheck['settings']): string {
  return serviceLocator === 'catalogRelation'
    ? 'dependsOn'
    : KUBERNETES_CLUSTER;
}

/** Moves the claim to the one place where the workloads are, or takes away what narrows it. */
function fixesFor(options: {
  check: EntityCheck;
  entity: ClaimedEntity;
  clusters: readonly string[];
  namespaces: readonly string[];
}): Fix[] {
  const { check, entity, clusters, namespaces } = options;
  const asked = askedOf(check);
  const isOnOtherClusters = clusters.every(name => !asked.includes(name));
  const isByRelation = check.settings.serviceLocator === 'catalogRelation';
  if (isOnOtherClusters && isByRelation) {
    return relateClusterFixes(entity, clusters);
  }

  const places: [key: string, values: readonly string[]][] = [];
  if (entity.claim.namespace !== undefined) {
    places.push([KUBERNETES_NAMESPACE, namespaces]);
  }
  if (isOnOtherClusters) {
    places.push([KUBERNETES_CLUSTER, clusters]);
  }
  return [
    editAnnotations(entity, {
      set: Object.fromEntries(
        places.flatMap(([key, [value, ...others]]) =>
          others.length === 0 && value !== entity.annotations[key]
            ? [[key, value]]
            : [],
        ),
      ),
      remove: places.flatMap(([key, values]) =>
        values.length > 1 ? [key] : [],
      ),
    }),
  ];
}
