import { StatefulSetFacts } from '@portal-operations/plugin-label-contract-common';
import { JsonNode } from './JsonNode';

/** How a StatefulSet or DaemonSet brings a new template to its pods; without a word, the API server's default. */
export function factsFromUpdateStrategy(
  object: JsonNode,
): StatefulSetFacts['updateStrategy'] {
  return object.at('spec', 'updateStrategy', 'type').optionalText() ===
    'OnDelete'
    ? 'OnDelete'
    : 'RollingUpdate';
}
