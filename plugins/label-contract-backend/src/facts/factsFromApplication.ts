import { ApplicationFacts } from '@portal-operations/plugin-label-contract-common';
import { factsFromObject } from './factsFromObject';
import { isWatched } from './groupsOfKinds';
import { JsonNode } from './JsonNode';

/** With the value `true`, Argo CD leaves an Application alone altogether. */
const SKIP_RECONCILE = 'argocd.argoproj.io/skip-reconcile';

/**
 * What is kept of an Application of Argo CD as the API server sends it: nothing of its source, where
 * parameters may hold anything. @throws InputError with the path of a field that is missing or of another type.
 */
export function factsFromApplication(
  raw: unknown,
  cluster: string,
): ApplicationFacts {
  const object = new JsonNode(raw);
  const destination = object.at('spec', 'destination');
  const server = destination.at('server').optionalText();
  const name = destination.at('name').optionalText();
  const outOfSync = outOfSyncIn(object);
  return {
    kind: 'Application',
    ...factsFromObject(object, cluster),
    // Nobody asks for them, and whoever changes them would wake everybody.
    labels: {},
    destination: { ...(server && { server }), ...(name && { name }) },
    selfHeals: selfHealsIn(object),
    ...(outOfSync && { outOfSync }),
  };
}

function selfHealsIn(object: JsonNode): boolean {
  const automated = object.at('spec', 'syncPolicy', 'automated');
  return (
    automated.at('selfHeal').optionalBoolean() === true &&
    automated.at('enabled').optionalBoolean() !== false &&
    object.at('metadata', 'annotations', SKIP_RECONCILE).optionalText() !==
      'true'
  );
}

/** Undefined where Argo CD could not compare: then nothing is said of any object either. */
function outOfSyncIn(object: JsonNode): string[] | undefined {
  const status = object.at('status');
  const word = status.at('sync', 'status').optionalText();
  if (word !== 'Synced' && word !== 'OutOfSync') {
    return undefined;
  }
  return status
    .at('resources')
    .items()
    .filter(each => each.at('status').optionalText() === 'OutOfSync')
    .flatMap(each => {
      const group = each.at('group').optionalText() ?? '';
      const [kind, namespace, name] = ['kind', 'namespace', 'name'].map(
        field => each.at(field).optionalText() ?? '',
      );
      return isWatched({ group, kind }) ? [`${kind}:${namespace}/${name}`] : [];
    })
    .sort();
}
