import { Entity, EntityRelation } from '@backstage/catalog-model';
import { listAt, valueAt } from './valueAt';
import { anEntity } from './anEntity';

const CATALOG_KINDS = ['Component', 'API', 'System', 'Resource'];

/** What an example says of the catalog. */
export interface ExampleCatalog {
  /** The entity that is checked. */
  readonly entity: Entity;
  /** That entity as it was before, newest first. */
  readonly before: readonly Entity[];
  readonly others: readonly Entity[];
}

/**
 * The catalog of an example: `payments-platform` is the entity that is checked, and the only one where
 * the example shows no catalog file. One that is shown twice was changed: the last is how it is now.
 */
export function catalogOfExample(
  documents: readonly unknown[],
): ExampleCatalog {
  const entities = documents
    .filter(isCatalogFile)
    .map(each => entityOf(each, documents));
  const [entity = anEntity('payments-platform'), ...before] = entities
    .filter(isChecked)
    .reverse();
  return {
    entity,
    before,
    others: entities.filter(each => !isChecked(each)),
  };
}

/** Whatever is called so is checked; a document without a kind is a piece of its catalog file. */
function isChecked({ metadata }: Entity): boolean {
  return metadata.name === 'payments-platform';
}

function isCatalogFile(document: unknown): boolean {
  const kind = valueAt(document, 'kind');
  return kind === undefined
    ? valueAt(document, 'metadata', 'annotations') !== undefined
    : CATALOG_KINDS.includes(String(kind));
}

function entityOf(document: unknown, documents: readonly unknown[]): Entity {
  const annotations = valueAt(document, 'metadata', 'annotations') ?? {};
  const entity = anEntity(
    String(valueAt(document, 'metadata', 'name') ?? 'payments-platform'),
    Object.fromEntries(
      Object.entries(annotations).map(([key, text]) => [key, String(text)]),
    ),
  );
  const owner = valueAt(document, 'spec', 'owner');
  const lifecycle = valueAt(document, 'spec', 'lifecycle');
  return {
    ...entity,
    spec: {
      ...entity.spec,
      ...(lifecycle !== undefined && { lifecycle: String(lifecycle) }),
    },
    kind: String(valueAt(document, 'kind') ?? entity.kind),
    relations: [
      ...(owner === undefined
        ? entity.relations ?? []
        : [{ type: 'ownedBy', targetRef: String(owner) }]),
      ...providersOf(entity, documents),
    ],
  };
}

/** The catalog makes a relation of both ends of what one file says. */
function providersOf(
  { metadata }: Entity,
  documents: readonly unknown[],
): EntityRelation[] {
  return documents
    .filter(each =>
      listAt(each, 'spec', 'providesApis')?.includes(metadata.name),
    )
    .map(each => ({
      type: 'apiProvidedBy',
      targetRef: `component:default/${valueAt(each, 'metadata', 'name')}`,
    }));
}
