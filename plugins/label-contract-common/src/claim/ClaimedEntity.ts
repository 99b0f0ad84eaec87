import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { LABEL_CONTRACT } from '../annotations';
import { Labels } from '../facts/ObjectFacts';
import { claimOfEntity } from './claimOfEntity';
import { EntityClaim } from './EntityClaim';

/**
 * One relation of an entity, as the catalog has it.
 *
 * @public
 */
export interface EntityRelation {
  readonly type: string;
  readonly targetRef: string;
}

/**
 * An entity, as far as rules need to know it.
 *
 * @public
 */
export interface CheckedEntity {
  readonly entityRef: string;
  /** In lower case, such as `component`. */
  readonly kind: string;
  /** `metadata.name`. */
  readonly name: string;
  /** `metadata.annotations`. */
  readonly annotations: Labels;
  /** `metadata.labels`. */
  readonly labels: Labels;
  /** `spec.lifecycle`. */
  readonly lifecycle?: string;
  /** Owner as the catalog has it, an entity ref; undefined where the entity has none. */
  readonly owner?: string;
  /** What the catalog relates it to: the reader of the entity sees that, too. */
  readonly relations: readonly EntityRelation[];
  /** True when `portal-operations.io/label-contract: ignore` is set. */
  readonly isOptedOut: boolean;
  /** Undefined where it claims nothing. */
  readonly claim?: EntityClaim;
}

/**
 * An entity that makes a claim.
 *
 * @public
 */
export interface ClaimedEntity extends CheckedEntity {
  readonly claim: EntityClaim;
}

/**
 * What rules need to know of an entity of the catalog.
 *
 * @public
 */
export function checkedEntity(entity: Entity): CheckedEntity {
  const { name, annotations = {}, labels = {} } = entity.metadata;
  const lifecycle = entity.spec?.lifecycle;
  const relations = entity.relations ?? [];
  return {
    entityRef: stringifyEntityRef(entity),
    kind: entity.kind.toLocaleLowerCase('en-US'),
    name,
    annotations,
    labels,
    lifecycle: typeof lifecycle === 'string' ? lifecycle : undefined,
    owner: relations.find(({ type }) => type === RELATION_OWNED_BY)?.targetRef,
    relations,
    isOptedOut: annotations[LABEL_CONTRACT] === 'ignore',
    claim: claimOfEntity(entity),
  };
}

/**
 * Whether an entity makes a claim.
 *
 * @public
 */
export function isClaimed(entity: CheckedEntity): entity is ClaimedEntity {
  return entity.claim !== undefined;
}
