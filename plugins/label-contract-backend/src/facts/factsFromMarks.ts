import { ContractMarks } from '@portal-operations/plugin-label-contract-common';
import { JsonNode } from './JsonNode';

/** `backstage.io/kubernetes-id`, and what people write instead. */
const NEARLY_THE_CONTRACT_KEY = /(^|\/)kubernetes[-_.]?id$/i;

/** A label that Argo CD may own, so that a selector had better not lean on it. */
const INSTANCE = 'app.kubernetes.io/instance';

/**
 * What one level says about the contract besides its labels; undefined where it says nothing.
 *
 * Of `managedFields` only the owner of the labels that matter is kept: all of it is often larger than
 * the rest of the object.
 */
export function factsFromMarks(options: {
  object: JsonNode;
  /** Where the level's metadata is in the object, such as `['spec', 'template', 'metadata']`. */
  path: readonly string[];
}): ContractMarks | undefined {
  const { object, path } = options;
  const annotations = onlyContractKeys(
    object.at(...path, 'annotations').texts(),
  );
  const labelManagers = managersOfLabels(object, path);
  const marks = {
    ...(isFilled(annotations) && { annotations }),
    ...(isFilled(labelManagers) && { labelManagers }),
  };
  return isFilled(marks) ? marks : undefined;
}

function onlyContractKeys(
  texts: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).filter(([key]) => NEARLY_THE_CONTRACT_KEY.test(key)),
  );
}

/** By label key; where several own one, whoever wrote last. */
function managersOfLabels(
  object: JsonNode,
  path: readonly string[],
): Record<string, string> {
  const fieldsPath = [...path, 'labels'].map(name => `f:${name}`);
  const owned = object
    .at('metadata', 'managedFields')
    .items()
    .flatMap(entry =>
      entry
        .at('fieldsV1', ...fieldsPath)
        .keys()
        .filter(field => field.startsWith('f:'))
        .map(field => field.slice('f:'.length))
        .filter(matters)
        .map(key => ({
          key,
          manager: entry.at('manager').optionalText() ?? '',
          at: entry.at('time').optionalText() ?? '',
        })),
    )
    .filter(({ manager }) => manager !== '')
    .sort((a, b) => a.at.localeCompare(b.at, 'en'));
  return Object.fromEntries(owned.map(({ key, manager }) => [key, manager]));
}

function matters(key: string): boolean {
  return key === INSTANCE || NEARLY_THE_CONTRACT_KEY.test(key);
}

function isFilled(fields: object): boolean {
  return Object.keys(fields).length > 0;
}
