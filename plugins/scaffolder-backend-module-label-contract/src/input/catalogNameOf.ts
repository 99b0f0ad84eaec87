import { parseEntityRef } from '@backstage/catalog-model';
import { FieldValue, refuseField } from './apiServerRules';

/** Which kind of entity a field may name. */
export type NamedKind = 'component' | 'group';

/** What a person typed for an entity, taken apart. */
export interface CatalogName {
  /** The whole ref, in lower case, as in `group:default/inventory-team`. */
  entityRef: string;
  /** The bare name, as typed. */
  name: string;
}

/**
 * Takes a bare name (`inventory-team`) or an entity ref (`group:default/inventory-team`): forms give
 * the former, pickers of the catalog the latter.
 *
 * @throws InputError for what is neither, or for another kind of entity.
 */
export function catalogNameOf(
  input: FieldValue<string> & { kind: NamedKind },
): CatalogName {
  const { value, kind } = input;
  const allowed = `a name such as 'order-tracker', or an entity ref such as '${kind}:default/order-tracker'`;

  const ref = parseRef(value.trim(), kind);
  if (!ref || ref.kind.toLocaleLowerCase('en-US') !== kind) {
    throw refuseField(input, allowed);
  }

  return {
    entityRef: `${ref.kind}:${ref.namespace}/${ref.name}`.toLocaleLowerCase(
      'en-US',
    ),
    name: ref.name,
  };
}

function parseRef(value: string, defaultKind: NamedKind) {
  try {
    return parseEntityRef(value, { defaultKind, defaultNamespace: 'default' });
  } catch {
    // The parser's own words name neither the field nor what is allowed there.
    return undefined;
  }
}
