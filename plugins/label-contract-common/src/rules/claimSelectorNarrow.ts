import {
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
  KUBERNETES_NAMESPACE,
} from '../annotations';
import { CatalogView } from '../claim/CatalogView';
import { ClaimedEntity } from '../claim/ClaimedEntity';
import { termsOfSelector } from '../claim/termsOfSelector';
import { FactsView, Place } from '../match/FactsView';
import { allLevelLabelsOf } from '../match/levelLabelsOf';
import { parseSelector } from '../selector/parseSelector';
import { Selector } from '../selector/Selector';
import { claimFinding, editAnnotations } from './claimFinding';
import { ClaimFinding } from './Finding';
import { Breach, ClaimRule, defineClaimRule } from './Rule';
import { distinct, workloadsCarrying } from './workloadsCarrying';

/**
 * The selector names at least one label with its value. A blank one matches everything in the
 * cluster; one of negations and bare keys matches what other teams deploy tomorrow. One that names
 * `app=web` may be too wide as well: it finds workloads in namespaces of several owners.
 *
 * A namespace belongs to the owner of most of the other entities that have workloads there. Where no
 * entity has any, or no owner has more than half of them, nobody can tell, and it does not count.
 *
 * @public
 */
export const claimSelectorNarrow = defineClaimRule({
  id: 'claim-selector-narrow',
  description:
    'The selector names at least one label with its value, and finds workloads of one owner only.',
  verdict: 'contract',
  severities: ['error', 'warning'],
  owners: ['catalog'],
  evidences: ['exact'],
  fixes: ['edit-annotations'],
  check(options) {
    const { entity } = options;
    const { id, query } = entity.claim;
    const parsed = parseSelector(query);
    if (id !== undefined || parsed.kind === 'invalid') {
      return undefined;
    }
    const { selector } = parsed;
    if (termsOfSelector(selector).length > 0) {
      return severalOwners(options, selector);
    }

    const isBlank = selector.length === 0;
    const values = {
      key: KUBERNETES_LABEL_SELECTOR,
      value: query,
      problem: '',
    };
    return {
      rule: 'claim-selector-narrow',
      ...claimFinding(entity, isBlank ? 'error' : 'warning'),
      message: {
        id: isBlank ? 'matches-everything' : 'names-no-value',
        values,
      },
      fixes: [
        editAnnotations(entity, {
          set: { [KUBERNETES_ID]: entity.name },
          remove: [KUBERNETES_LABEL_SELECTOR],
        }),
      ],
    };
  },
});

type Options = Parameters<ClaimRule['check']>[0];

type WideSelector = Breach<
  Extract<ClaimFinding, { rule: 'claim-selector-narrow' }>
>;

/** What is found in namespaces of several owners; undefined where there is at most one. */
function severalOwners(
  { entity, facts, asked = [], catalog }: Options,
  selector: Selector,
): WideSelector | undefined {
  const { query, namespace } = entity.claim;
  if (!catalog || namespace !== undefined) {
    return undefined;
  }
  const places = new Map(
    workloadsCarrying({ selector, facts })
      .map(workload => workload.facts)
      .filter(({ cluster }) => asked.includes(cluster))
      .map(place => [`${place.cluster}/${place.namespace}`, place]),
  );
  const owned = [...places.values()].flatMap(place => {
    const owner = ownerOfPlace({ place, entity, facts, catalog });
    return owner ? [{ owner, namespace: place.namespace }] : [];
  });
  const owners = new Set(owned.map(({ owner }) => owner));
  if (owners.size < 2) {
    return undefined;
  }

  const own = distinct(
    owned
      .filter(({ owner }) => owner === entity.owner)
      .map(each => each.namespace),
  );
  return {
    rule: 'claim-selector-narrow',
    ...claimFinding(entity, 'warning'),
    message: {
      id: 'several-owners',
      values: {
        key: KUBERNETES_LABEL_SELECTOR,
        value: query,
        problem: '',
        namespaces: distinct(owned.map(each => each.namespace)),
        owners: owners.size,
      },
    },
    fixes:
      own.length === 1
        ? [editAnnotations(entity, { set: { [KUBERNETES_NAMESPACE]: own[0] } })]
        : [],
  };
}

/** Whose other entities have workloads in a namespace, as far as most of them are one owner's. */
function ownerOfPlace(options: {
  place: Place;
  entity: ClaimedEntity;
  facts: FactsView;
  catalog: CatalogView;
}): string | undefined {
  const { place, entity, facts, catalog } = options;
  const claimants = [...facts.workloadsIn(place)]
    .flatMap(workload =>
      allLevelLabelsOf(workload).flatMap(labels =>
        catalog.claimantsOf(labels, workload),
      ),
    )
    .filter(({ entityRef }) => entityRef !== entity.entityRef);
  const ownerOf = new Map(
    claimants.map(({ entityRef, owner }) => [entityRef, owner]),
  );
  const owners = [...ownerOf.values()];
  return owners.find(
    owner =>
      owner !== undefined &&
      2 * owners.filter(each => each === owner).length > owners.length,
  );
}
