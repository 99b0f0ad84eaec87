import { IngressFacts } from '@portal-operations/plugin-label-contract-common';
import { factsFromObject } from './factsFromObject';
import { JsonNode } from './JsonNode';

/** What is kept of an Ingress as the API server sends it. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromIngress(raw: unknown, cluster: string): IngressFacts {
  const object = new JsonNode(raw);
  const spec = object.at('spec');
  const backends = [
    spec.at('defaultBackend'),
    ...spec
      .at('rules')
      .items()
      .flatMap(rule => rule.at('http', 'paths').items())
      .map(path => path.at('backend')),
  ];
  // A backend may be any object instead of a Service, such as a bucket.
  return {
    kind: 'Ingress',
    ...factsFromObject(object, cluster),
    services: distinct(
      backends.map(backend => backend.at('service', 'name').optionalText()),
    ),
  };
}

/** What is kept of an OpenShift Route as the API server sends it. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromRoute(raw: unknown, cluster: string): IngressFacts {
  const object = new JsonNode(raw);
  const spec = object.at('spec');
  return {
    kind: 'Route',
    ...factsFromObject(object, cluster),
    services: distinct(
      [spec.at('to'), ...spec.at('alternateBackends').items()].map(backend =>
        backend.at('name').optionalText(),
      ),
    ),
  };
}

function distinct(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names)].filter(name => name !== undefined);
}
