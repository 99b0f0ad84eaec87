import { CompoundEntityRef, makeValidator } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { quoted } from './parseQuery';

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
 * Reads the parts of an entity's name from the path of a request.
 *
 * @throws InputError that names the field, what was found and what is allowed.
 */
export function parseEntityName(
  params: Readonly<Record<string, string>>,
): CompoundEntityRef {
  for (const { field, isLegal, allowed } of fields) {
    if (!isLegal(params[field])) {
      throw new InputError(
        `The ${field} ${quoted(
          params[field],
        )} is no ${field} of an entity; allowed are ${allowed}`,
      );
    }
  }
  return {
    kind: params.kind,
    namespace: params.namespace,
    name: params.name,
  };
}
