import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { KUBERNETES_ID } from '../annotations';
import { Labels } from '../facts/ObjectFacts';
import { matchesSelector } from '../selector/matchesSelector';
import { parseSelector } from '../selector/parseSelector';
import { Selector } from '../selector/Selector';
import { claimOfEntity } from './claimOfEntity';
import { EntityClaim } from './EntityClaim';

/**
 * What the other entities of the catalog say: whether a workload is theirs.
 *
 * @public
 */
export interface CatalogView {
  /**
   * Refs of the entities whose claim finds these labels in this namespace. A claim that is broken
   * finds nothing; an entity that opted out keeps its claim.
   */
  claimantsOf(labels: Labels, namespace: string): readonly string[];
  /** Values of all ids that are claimed, each once. */
  readonly ids: readonly string[];
  /** Whether a Component of this name exists, in any namespace of the catalog. */
  hasComponent(name: string): boolean;
}

interface Claimant {
  readonly entityRef: string;
  readonly namespace?: string;
  readonly selector: Selector;
}

/**
 * A view on these entities; made once for many questions. Asking costs one look-up for all claims by
 * id, and one match for each claim by selector.
 *
 * @public
 */
export function createCatalogView(entities: Iterable<Entity>): CatalogView {
  const byId = new Map<string, Claimant[]>();
  const bySelector: Claimant[] = [];
  const components = new Set<string>();

  for (const entity of entities) {
    if (entity.kind.toLocaleLowerCase('en-US') === 'component') {
      components.add(entity.metadata.name);
    }
    const claim = claimOfEntity(entity);
    const selector = claim && soundSelectorOf(claim);
    if (claim && selector) {
      const claimant = {
        entityRef: stringifyEntityRef(entity),
        namespace: claim.namespace,
        selector,
      };
      const id = claimedIdOf(selector);
      if (id === undefined) {
        bySelector.push(claimant);
      } else {
        byId.set(id, [...(byId.get(id) ?? []), claimant]);
      }
    }
  }

  return {
    claimantsOf: (labels, namespace) =>
      [...(byId.get(labels[KUBERNETES_ID]) ?? []), ...bySelector]
        .filter(
          claimant => !claimant.namespace || claimant.namespace === namespace,
        )
        .filter(({ selector }) => matchesSelector(labels, selector))
        .map(({ entityRef }) => entityRef),
    ids: [...byId.keys()],
    hasComponent: name => components.has(name),
  };
}

/** The parsed query of a claim; undefined for one that is refused or matches everything. */
function soundSelectorOf(claim: EntityClaim): Selector | undefined {
  const parsed = parseSelector(claim.query);
  if (parsed.kind === 'invalid' || parsed.selector.length === 0) {
    return undefined;
  }
  const { selector } = parsed;
  const isSound = claim.id === undefined || claimedIdOf(selector) !== undefined;
  return isSound ? selector : undefined;
}

/** The value of a selector that asks for one contract label and nothing else. */
function claimedIdOf(selector: Selector): string | undefined {
  const [term, ...others] = selector;
  return others.length === 0 &&
    term?.operator === 'in' &&
    term.key === KUBERNETES_ID &&
    term.values.length === 1
    ? term.values[0] || undefined
    : undefined;
}
