import { HorizontalPodAutoscalerFacts } from '@portal-operations/plugin-label-contract-common';
import { factsFromObject } from './factsFromObject';
import { JsonNode } from './JsonNode';

/** What is kept of a HorizontalPodAutoscaler as the API server sends it. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromHorizontalPodAutoscaler(
  raw: unknown,
  cluster: string,
): HorizontalPodAutoscalerFacts {
  const object = new JsonNode(raw);
  const target = object.at('spec', 'scaleTargetRef');
  return {
    kind: 'HorizontalPodAutoscaler',
    ...factsFromObject(object, cluster),
    target: { kind: target.at('kind').text(), name: target.at('name').text() },
  };
}
