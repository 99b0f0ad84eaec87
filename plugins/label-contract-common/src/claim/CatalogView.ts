import { Entity } from '@backstage/catalog-model';
import { Labels } from '../facts/ObjectFacts';
import { matchesSelector } from '../selector/matchesSelector';
import { parseSelector } from '../selector/parseSelector';
import { Selector } from '../selector/Selector';
import { claimedIdOf } from './claimedIdOf';
import { checkedEntity } from './ClaimedEntity';
import { EntityClaim } from './EntityClaim';
import { SimilarIds } from './SimilarIds';

/**
 * An entity whose claim finds something. What it says of the entity is for the engine: the reader of a
 * report may not be allowed to see it.
 *
 * @public
 */
export interface Claimant {
  readonly entityRef: string;
  /** In lower case, such as `component`. */
  readonly kind: string;
  /** An entity ref; undefined where the entity has no owner, or relations were not read. */
  readonly owner?: string;
  /** Whether the claim asks for the entity's own name and nothing else. */
  readonly claimsOwnName: boolean;
  readonly isOptedOut: boolean;
}

/**
 * Where a workload lives, as far as claims can be narrowed to it.
 *
 * @public
 */
export interface ClaimablePlace {
  readonly cluster: string;
  readonly namespace: string;
}

/**
 * What the other entities of the catalog say: whether a workload is theirs.
 *
 * @public
 */
export interface CatalogView {
  /**
   * The entities whose claim finds these labels in this place. A claim that is broken finds nothing; an
   * entity that opted out keeps its claim.
   */
  claimantsOf(labels: Labels, place: ClaimablePlace): readonly Claimant[];
  /** Whether any claim asks for this id, wherever that is. */
  hasId(id: string): boolean;
  /** Claimed ids that differ from a value by case and separators only; a few others may be among them. */
  idsSpelledLike(value: string): Iterable<string>;
  /** Claimed ids that resemble a value in any way; others may be among them. */
  idsLike(value: string): Iterable<string>;
  /** Keys of the labels that claims ask for with a value, each once: what is worth a look-up table. */
  readonly labelKeys: readonly string[];
  /** Whether a Component of this name exists, in any namespace of the catalog. */
  hasComponent(name: string): boolean;
  /** Refs of the Components of this name: one in each namespace of the catalog that has one. */
  componentsNamed(name: string): readonly string[];
  /** Whether this entity is a Component that makes no claim, though nobody opted it out. */
  isUnclaimedComponent(entityRef: string): boolean;
}

/**
 * Which clusters the claim of an entity reaches; undefined for all of them.
 *
 * @public
 */
export type ClustersOfClaim = (entity: Entity) => readonly string[] | undefined;

interface KnownClaim {
  readonly claimant: Claimant;
  /** Its place in the catalog's answer. */
  readonly order: number;
  readonly namespace?: string;
  readonly clusters?: readonly string[];
  readonly selector: Selector;
}

/**
 * A view on these entities; made once for many questions. Asking costs a look-up for each label, and one
 * match for each claim that names no label with its value.
 *
 * @param options - `clustersOf`: which clusters a claim reaches, asked once for each entity that makes
 * one; all of them where absent.
 *
 * @public
 */
export function createCatalogView(
  entities: Iterable<Entity>,
  options: { clustersOf?: ClustersOfClaim } = {},
): CatalogView {
  const { clustersOf = () => undefined } = options;
  /** By a label that the claim cannot do without, such as `app=web`. */
  const byTerm = new Map<string, KnownClaim[]>();
  const withoutTerm: KnownClaim[] = [];
  const ids = new Set<string>();
  const labelKeys = new Set<string>();
  const components = new Map<string, string[]>();
  const unclaimed = new Set<string>();
  let order = 0;

  for (const entity of entities) {
    const { kind, name, entityRef, owner, isOptedOut, claim } =
      checkedEntity(entity);
    if (kind === 'component') {
      addTo(components, name, entityRef);
      if (!claim && !isOptedOut) {
        unclaimed.add(entityRef);
      }
    }
    const selector = claim && soundSelectorOf(claim);
    if (claim && selector) {
      const id = claimedIdOf(selector);
      if (id !== undefined) {
        ids.add(id);
      }
      const known: KnownClaim = {
        claimant: {
          entityRef,
          kind,
          owner,
          claimsOwnName: id === name,
          isOptedOut,
        },
        order,
        namespace: claim.namespace,
        clusters: clustersOf(entity),
        selector,
      };
      order += 1;
      const term = selector.find(({ operator }) => operator === 'in');
      if (term?.operator === 'in') {
        labelKeys.add(term.key);
        new Set(term.values).forEach(value =>
          addTo(byTerm, termOf(term.key, value), known),
        );
      } else {
        withoutTerm.push(known);
      }
    }
  }
  const similar = new SimilarIds(ids);

  return {
    claimantsOf: (labels, place) =>
      [
        ...Object.entries(labels).flatMap(
          ([key, value]) => byTerm.get(termOf(key, value)) ?? [],
        ),
        ...withoutTerm,
      ]
        .filter(known => reaches(known, place))
        .filter(({ selector }) => matchesSelector(labels, selector))
        .sort((a, b) => a.order - b.order)
        .map(({ claimant }) => claimant),
    hasId: id => similar.has(id),
    idsSpelledLike: value => similar.spelledLike(value),
    idsLike: value => similar.like(value),
    labelKeys: [...labelKeys],
    hasComponent: name => components.has(name),
    componentsNamed: name => components.get(name) ?? [],
    isUnclaimedComponent: entityRef => unclaimed.has(entityRef),
  };
}

function termOf(key: string, value: string): string {
  return `${key}=${value}`;
}

function addTo<Item>(
  table: Map<string, Item[]>,
  key: string,
  item: Item,
): void {
  const items = table.get(key);
  if (items) {
    items.push(item);
    return;
  }
  table.set(key, [item]);
}

function reaches(known: KnownClaim, place: ClaimablePlace): boolean {
  const { namespace, clusters } = known;
  return (
    (!namespace || namespace === place.namespace) &&
    (!clusters || clusters.includes(place.cluster))
  );
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
