import { Entity } from '@backstage/catalog-model';
import { KUBERNETES_ID } from '../annotations';
import { Labels } from '../facts/ObjectFacts';
import { matchesSelector } from '../selector/matchesSelector';
import { parseSelector } from '../selector/parseSelector';
import { Selector } from '../selector/Selector';
import { claimedIdOf } from './claimedIdOf';
import { checkedEntity } from './ClaimedEntity';
import { EntityClaim } from './EntityClaim';

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
  /** Values of all ids that are claimed, each once. */
  readonly ids: readonly string[];
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
  readonly namespace?: string;
  readonly clusters?: readonly string[];
  readonly selector: Selector;
}

/**
 * A view on these entities; made once for many questions. Asking costs one look-up for all claims by
 * id, and one match for each claim by selector.
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
  const byId = new Map<string, KnownClaim[]>();
  const bySelector: KnownClaim[] = [];
  const components = new Map<string, string[]>();
  const unclaimed = new Set<string>();

  for (const entity of entities) {
    const { kind, name, entityRef, owner, isOptedOut, claim } =
      checkedEntity(entity);
    if (kind === 'component') {
      components.set(name, [...(components.get(name) ?? []), entityRef]);
      if (!claim && !isOptedOut) {
        unclaimed.add(entityRef);
      }
    }
    const selector = claim && soundSelectorOf(claim);
    if (claim && selector) {
      const id = claimedIdOf(selector);
      const known: KnownClaim = {
        claimant: {
          entityRef,
          kind,
          owner,
          claimsOwnName: id === name,
          isOptedOut,
        },
        namespace: claim.namespace,
        clusters: clustersOf(entity),
        selector,
      };
      if (id === undefined) {
        bySelector.push(known);
      } else {
        byId.set(id, [...(byId.get(id) ?? []), known]);
      }
    }
  }

  return {
    claimantsOf: (labels, place) =>
      [...(byId.get(labels[KUBERNETES_ID]) ?? []), ...bySelector]
        .filter(known => reaches(known, place))
        .filter(({ selector }) => matchesSelector(labels, selector))
        .map(({ claimant }) => claimant),
    ids: [...byId.keys()],
    hasComponent: name => components.has(name),
    componentsNamed: name => components.get(name) ?? [],
    isUnclaimedComponent: entityRef => unclaimed.has(entityRef),
  };
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
