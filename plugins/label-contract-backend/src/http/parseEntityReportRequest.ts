import { CompoundEntityRef, makeValidator } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** What Express found in the address of a request. */
export interface RequestAddress {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
}

const { isValidEntityName, isValidNamespace } = makeValidator();

/** Source: the catalog's rule for kinds, `KubernetesValidatorFunctions.isValidKind`. */
const KIND = /^[a-zA-Z][a-zA-Z0-9]{0,62}$/;

const fields = [
  {
    field: 'kind',
    isLegal: (text: string) => KIND.test(text),
    allowed: 'a letter and then letters and digits, 63 at the most',
  },
  {
    field: 'namespace',
    // Entity refs take no notice of case.
    isLegal: (text: string) => isValidNamespace(text.toLocaleLowerCase('en')),
    allowed: 'letters, digits and single dashes between them, 63 at the most',
  },
  {
    field: 'name',
    isLegal: isValidEntityName,
    allowed:
      'letters, digits, and - _ . between them, 63 characters at the most',
  },
] as const;

/**
 * Reads a request for the report of one entity.
 *
 * @throws InputError that names the field, what was found and what is allowed.
 */
export function parseEntityReportRequest({
  params,
  query,
}: RequestAddress): CompoundEntityRef {
  const [unknownKey] = Object.keys(query);
  if (unknownKey !== undefined) {
    throw new InputError(
      `Unknown query parameter '${unknownKey}'; this route takes none`,
    );
  }

  for (const { field, isLegal, allowed } of fields) {
    if (!isLegal(params[field])) {
      throw new InputError(
        `The ${field} '${params[field]}' is no ${field} of an entity; allowed are ${allowed}`,
      );
    }
  }
  return {
    kind: params.kind,
    namespace: params.namespace,
    name: params.name,
  };
}
