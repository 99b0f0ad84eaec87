import { ServiceFacts } from '@portal-operations/plugin-label-contract-common';
import { factsFromObject } from './factsFromObject';
import { JsonNode } from './JsonNode';

/** What is kept of a Service as the API server sends it. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromService(raw: unknown, cluster: string): ServiceFacts {
  const object = new JsonNode(raw);
  const spec = object.at('spec');
  return {
    kind: 'Service',
    ...factsFromObject(object, cluster),
    selector: spec.at('selector').texts(),
    externalName:
      spec.at('type').optionalText() === 'ExternalName'
        ? spec.at('externalName').optionalText()
        : undefined,
    clusterIps: spec
      .at('clusterIPs')
      .items()
      .map(address => address.text())
      .filter(address => address !== 'None'),
    ports: spec
      .at('ports')
      .items()
      .flatMap(each => each.at('port').optionalNumber() ?? []),
  };
}
