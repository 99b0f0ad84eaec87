import { ObjectFacts } from '@portal-operations/plugin-label-contract-common';
import { JsonNode } from './JsonNode';

/** What is kept of every object, whatever its kind. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromObject(
  object: JsonNode,
  cluster: string,
): ObjectFacts {
  const metadata = object.at('metadata');
  const controller = metadata
    .at('ownerReferences')
    .items()
    .find(owner => owner.at('controller').optionalBoolean() === true);

  return {
    cluster,
    uid: metadata.at('uid').text(),
    namespace: metadata.at('namespace').text(),
    name: metadata.at('name').text(),
    labels: metadata.at('labels').texts(),
    controllerUid: controller?.at('uid').text(),
  };
}
