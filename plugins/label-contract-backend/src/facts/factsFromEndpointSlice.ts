import { EndpointSliceFacts } from '@portal-operations/plugin-label-contract-common';
import { factsFromObject } from './factsFromObject';
import { JsonNode } from './JsonNode';

const SERVICE = 'kubernetes.io/service-name';

/** What is kept of an EndpointSlice as the API server sends it. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromEndpointSlice(
  raw: unknown,
  cluster: string,
): EndpointSliceFacts {
  const object = new JsonNode(raw);
  return {
    kind: 'EndpointSlice',
    ...factsFromObject(object, cluster),
    // Nobody asks for them but for this one, and there are as many as of Services.
    labels: {},
    service: object.at('metadata', 'labels', SERVICE).optionalText(),
    readyAddresses: object
      .at('endpoints')
      .items()
      .filter(isReady)
      .reduce(
        (count, endpoint) => count + endpoint.at('addresses').items().length,
        0,
      ),
  };
}

/** By the API's own words, an endpoint that does not say is to be taken for ready. */
function isReady(endpoint: JsonNode): boolean {
  return endpoint.at('conditions', 'ready').optionalBoolean() ?? true;
}
