import { KUBERNETES_CLUSTER, KUBERNETES_NAMESPACE } from '../annotations';
import { ClaimedEntity } from '../claim/ClaimedEntity';
import { isNamespaceName } from '../claim/isNamespaceName';
import { ClusterFacts } from '../facts/Facts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { isTwinOfPlace } from '../evidence/isTwinOfPlace';
import { Fix } from '../fix/Fix';
import { ClusterChoice } from '../gates/GateReport';
import { FactsView, Place } from '../match/FactsView';
import { parseSelector } from '../selector/parseSelector';
import { claimFinding, editAnnotations } from './claimFinding';
import { ClaimFinding } from './Finding';
import { relateClusterFixes } from './relateClusterFixes';
import { Breach, ClaimRule, defineClaimRule } from './Rule';
import {
  distinct,
  otherClaimants,
  workloadsCarrying,
} from './workloadsCarrying';

/**
 * The claim names a place that there is: a legal namespace, and at least one cluster. A service that
 * runs nowhere yet is left alone where only its cluster or its namespace is missing.
 *
 * @public
 */
export const claimInExistingPlace = defineClaimRule({
  id: 'claim-in-existing-place',
  description:
    'The claim is narrowed to a namespace and to a cluster that exist.',
  verdict: 'contract',
  severities: ['error'],
  owners: ['catalog'],
  evidences: ['exact'],
  fixes: ['edit-annotations', 'relate-cluster', 'tell-owner'],
  needs: ['Namespace'],
  check(options) {
    const { entity, choice } = options;
    const { namespace } = entity.claim;
    const rule = 'claim-in-existing-place';

    if (namespace && !isNamespaceName(namespace)) {
      const elsewhere = workloadsAnywhere(options).map(each => each.namespace);
      return {
        rule,
        ...claimFinding(entity, 'error'),
        message: {
          id: 'namespace-illegal',
          values: {
            key: KUBERNETES_NAMESPACE,
            value: namespace,
            problem: '',
            known: [],
          },
        },
        fixes: [moveTo(entity, KUBERNETES_NAMESPACE, elsewhere)],
      };
    }

    const unreached = choice && describe(choice);
    if (!unreached) {
      return namespaceMissing(options);
    }
    const workloads = workloadsAnywhere(options);
    if (workloads.length === 0) {
      return undefined;
    }
    const { id, value, known, nearly } = unreached;
    const clusters =
      nearly.length > 0 ? nearly : workloads.map(({ cluster }) => cluster);
    const fixes: Fix[] =
      id === 'cluster-unknown'
        ? [moveTo(entity, KUBERNETES_CLUSTER, clusters)]
        : relateClusterFixes(entity, clusters);
    return {
      rule,
      ...claimFinding(entity, 'error'),
      message: {
        id,
        values: {
          key: id === 'cluster-unknown' ? KUBERNETES_CLUSTER : 'dependsOn',
          value,
          problem: '',
          known,
        },
      },
      fixes,
    };
  },
});

type Options = Parameters<ClaimRule['check']>[0];

type MissingPlace = Breach<
  Extract<ClaimFinding, { rule: 'claim-in-existing-place' }>
>;

interface Unreached {
  readonly id: 'cluster-unknown' | 'no-cluster-related';
  readonly value: string;
  readonly known: readonly string[];
  readonly nearly: readonly string[];
}

/** Why no cluster is asked; undefined where one is, or where nobody can tell. */
function describe(choice: ClusterChoice): Unreached | undefined {
  switch (choice.id) {
    case 'annotation-names-none':
      return { id: 'cluster-unknown', ...choice.values };
    case 'relations-name-none':
      return { id: 'no-cluster-related', value: '', ...choice.values };
    case 'relations-elsewhere': {
      const { refs, known } = choice.values;
      const value = refs.join(', ');
      return { id: 'no-cluster-related', value, known, nearly: [] };
    }
    default:
      return undefined;
  }
}

/**
 * The annotated namespace is on none of the clusters that are asked, though there is something of the
 * service elsewhere, or was before. Where Namespaces can't be listed nobody can tell.
 */
function namespaceMissing(options: Options): MissingPlace | undefined {
  const { entity, facts, asked = [], history } = options;
  const { namespace } = entity.claim;
  const clusters = [...facts.clusters()].filter(({ name }) =>
    asked.includes(name),
  );
  if (
    !namespace ||
    clusters.length === 0 ||
    !clusters.every(knowsNamespaces) ||
    clusters.some(({ name }) => exists({ cluster: name, namespace }, facts))
  ) {
    return undefined;
  }
  const workloads = workloadsAnywhere(options).filter(
    place => !isTwinOfPlace(place, { namespace, clusters: asked }),
  );
  const last = history?.lastMatched(entity.entityRef);
  if (workloads.length === 0 && !last) {
    return undefined;
  }

  return {
    rule: 'claim-in-existing-place',
    ...claimFinding(entity, 'error'),
    message: {
      id: 'namespace-missing',
      values: {
        key: KUBERNETES_NAMESPACE,
        value: namespace,
        problem: '',
        namespaces: distinct(workloads.map(each => each.namespace)),
        lastFound: last?.until,
      },
    },
    fixes: fixesToReach({ entity, asked, workloads }),
  };
}

/** Whether a namespace is there. One that was made just now may show by what runs in it first. */
function exists(place: Place, facts: FactsView): boolean {
  const [workload] = facts.workloadsIn(place);
  return facts.namespace(place) !== undefined || workload !== undefined;
}

/** Whether every Namespace of a cluster is known, as of now or of an outage. */
function knowsNamespaces({ watches, namespaces }: ClusterFacts): boolean {
  const state = watches.Namespace;
  return namespaces === undefined && state !== undefined && 'asOf' in state;
}

/** Moves the claim to where the workloads are; where there are none, somebody has to find out. */
function fixesToReach(options: {
  entity: ClaimedEntity;
  asked: readonly string[];
  workloads: readonly WorkloadFacts[];
}): Fix[] {
  const { entity, asked, workloads } = options;
  const { claim, owner } = entity;
  if (workloads.length === 0) {
    return [{ kind: 'tell-owner', owner }];
  }
  const namespaces = workloads.map(({ namespace }) => namespace);
  if (namespaces.some(name => name !== claim.namespace)) {
    return [moveTo(entity, KUBERNETES_NAMESPACE, namespaces)];
  }
  // The namespace is right, and is on clusters that are not asked.
  const clusters = workloads.map(({ cluster }) => cluster);
  const isByAnnotation =
    entity.annotations[KUBERNETES_CLUSTER] === asked.join();
  return isByAnnotation
    ? [moveTo(entity, KUBERNETES_CLUSTER, clusters)]
    : relateClusterFixes(entity, clusters);
}

/** What the rest of the claim matches, wherever it runs, and is no other Component's. */
function workloadsAnywhere({
  entity,
  facts,
  catalog,
}: Options): WorkloadFacts[] {
  const parsed = parseSelector(entity.claim.query);
  if (parsed.kind === 'invalid') {
    return [];
  }
  const { selector } = parsed;
  return workloadsCarrying({ selector, facts })
    .filter(
      workload =>
        // An API or a System that asks for the same makes nobody else of it.
        !catalog ||
        otherClaimants({ entity, workload, catalog }).every(
          ({ kind }) => kind !== 'component',
        ),
    )
    .map(workload => workload.facts);
}

/** Names the one place where the workloads are; where they are in several, or in none, all count. */
function moveTo(
  entity: ClaimedEntity,
  key: string,
  places: readonly string[],
): Fix {
  const [place, ...others] = [...new Set(places)];
  return place !== undefined && others.length === 0
    ? editAnnotations(entity, { set: { [key]: place } })
    : editAnnotations(entity, { remove: [key] });
}
