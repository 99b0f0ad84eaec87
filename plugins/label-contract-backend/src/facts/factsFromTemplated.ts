import {
  ContractMarks,
  LABEL_CONTRACT,
  ManagerFacts,
  TemplatedFacts,
  WatchedKind,
} from '@portal-operations/plugin-label-contract-common';
import { factsFromManager } from './factsFromManager';
import { factsFromMarks } from './factsFromMarks';
import { controllerIn, factsFromObject } from './factsFromObject';
import { isWatchedOwner } from './groupsOfKinds';
import { JsonNode } from './JsonNode';

/** Where most kinds keep their pod template. */
const POD_TEMPLATE = ['spec', 'template'];

/** What is kept of every object that makes pods. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromTemplated(options: {
  object: JsonNode;
  kind: WatchedKind;
  cluster: string;
  /** Where the pod template is. */
  templatePath?: readonly string[];
}): TemplatedFacts {
  const { object, kind, cluster, templatePath = POD_TEMPLATE } = options;
  const template = [...templatePath, 'metadata'];
  return {
    ...factsFromObject(object, cluster),
    templateLabels: object.at(...template, 'labels').texts(),
    ...factsFromWriters(object, kind),
    ...(!isCopy(object) && {
      templateMarks: factsFromMarks({ object, path: template }),
      selectorKeys: selectorKeysIn(object.at('spec', 'selector')),
    }),
    isOptedOut: isOptedOut(object),
  };
}

/** Who writes an object, and what it says about the contract besides its labels. */
export function factsFromWriters(
  object: JsonNode,
  kind: WatchedKind,
): { readonly marks?: ContractMarks; readonly manager?: ManagerFacts } {
  if (isCopy(object)) {
    return {};
  }
  return {
    marks: factsFromMarks({ object, path: ['metadata'] }),
    manager: factsFromManager(object, kind),
  };
}

/** Whether somebody set `portal-operations.io/label-contract: ignore`. */
export function isOptedOut(object: JsonNode): boolean {
  return (
    object.at('metadata', 'annotations', LABEL_CONTRACT).optionalText() ===
    'ignore'
  );
}

/** What a watched object makes repeats its template and its annotations; only the original counts. */
function isCopy(object: JsonNode): boolean {
  const controller = controllerIn(object);
  return controller !== undefined && isWatchedOwner(controller);
}

/** Undefined where there is no selector. Kinds of before `apps/v1` have a plain map. */
function selectorKeysIn(selector: JsonNode): string[] | undefined {
  if (!selector.isPresent()) {
    return undefined;
  }
  const fields = selector.keys();
  if (!fields.includes('matchLabels') && !fields.includes('matchExpressions')) {
    return fields;
  }
  return [
    ...new Set([
      ...selector.at('matchLabels').keys(),
      ...selector
        .at('matchExpressions')
        .items()
        .map(expression => expression.at('key').text()),
    ]),
  ];
}
