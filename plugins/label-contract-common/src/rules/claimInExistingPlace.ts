import { KUBERNETES_CLUSTER, KUBERNETES_NAMESPACE } from '../annotations';
import { ClaimedEntity } from '../claim/ClaimedEntity';
import { isNamespaceName } from '../claim/isNamespaceName';
import { DeploymentFacts } from '../facts/DeploymentFacts';
import { Fix } from '../fix/Fix';
import { ClusterChoice } from '../gates/GateReport';
import { FactsView } from '../match/FactsView';
import { matchWorkload } from '../match/matchWorkload';
import { parseSelector } from '../selector/parseSelector';
import { claimFinding, editAnnotations } from './claimFinding';
import { defineClaimRule } from './Rule';

/**
 * The claim names a place that there can be: a legal namespace, and at least one cluster. A service
 * that runs nowhere yet is left alone where only its cluster is missing.
 *
 * @public
 */
export const claimInExistingPlace = defineClaimRule({
  id: 'claim-in-existing-place',
  description:
    'The claim is narrowed to a namespace that can exist and to a cluster that does.',
  verdict: 'contract',
  severities: ['error'],
  owners: ['catalog'],
  evidences: ['exact'],
  fixes: ['edit-annotations'],
  check({ entity, facts, choice }) {
    const { namespace } = entity.claim;
    const workloads = workloadsAnywhere(entity, facts);
    const rule = 'claim-in-existing-place';

    if (namespace && !isNamespaceName(namespace)) {
      const elsewhere = workloads.map(workload => workload.namespace);
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

    const unreached = choice && workloads.length > 0 && describe(choice);
    if (!unreached) {
      return undefined;
    }
    const { id, value, known, nearly } = unreached;
    const clusters =
      nearly.length > 0 ? nearly : workloads.map(({ cluster }) => cluster);
    const fixes: Fix[] =
      id === 'cluster-unknown'
        ? [moveTo(entity, KUBERNETES_CLUSTER, clusters)]
        : [];
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

/** What the rest of the claim matches, wherever it runs. */
function workloadsAnywhere(
  { claim }: ClaimedEntity,
  facts: FactsView,
): DeploymentFacts[] {
  const parsed = parseSelector(claim.query);
  if (parsed.kind === 'invalid') {
    return [];
  }
  const { selector } = parsed;
  return [...facts.workloadsMatching(selector)].filter(
    deployment =>
      !deployment.isOptedOut && matchWorkload({ deployment, selector, facts }),
  );
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
