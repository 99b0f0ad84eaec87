import { ObjectFacts } from '@portal-operations/plugin-label-contract-common';
import { JsonNode } from './JsonNode';

/** What is kept of every object in a namespace, whatever its kind. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromObject(
  object: JsonNode,
  cluster: string,
): ObjectFacts {
  return {
    ...factsFromClusterObject(object, cluster),
    namespace: object.at('metadata', 'namespace').text(),
  };
}

/** What is kept of an object that lives in no namespace. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromClusterObject(
  object: JsonNode,
  cluster: string,
): ObjectFacts {
  const metadata = object.at('metadata');
  const controller = controllerIn(object);
  return {
    cluster,
    uid: metadata.at('uid').text(),
    namespace: '',
    name: metadata.at('name').text(),
    labels: metadata.at('labels').texts(),
    controllerUid: controller?.at('uid').text(),
    controllerKind: controller?.at('kind').optionalText(),
  };
}

/** The owner reference of the object that controls this one. */
export function controllerIn(object: JsonNode): JsonNode | undefined {
  return object
    .at('metadata', 'ownerReferences')
    .items()
    .find(owner => owner.at('controller').optionalBoolean() === true);
}
