import {
  ManagerFacts,
  WatchedKind,
} from '@portal-operations/plugin-label-contract-common';
import { controllerIn } from './factsFromObject';
import { JsonNode } from './JsonNode';

const TRACKING_ID = 'argocd.argoproj.io/tracking-id';
const ARGO_CD_INSTANCE = 'argocd.argoproj.io/instance';
const HELM_RELEASE = 'meta.helm.sh/release-name';
const HELM_RELEASE_NAMESPACE = 'meta.helm.sh/release-namespace';
const OLM_OWNER = 'olm.owner';
const FLUX_KINDS = [
  { group: 'kustomize.toolkit.fluxcd.io', fluxKind: 'Kustomization' },
  { group: 'helm.toolkit.fluxcd.io', fluxKind: 'HelmRelease' },
] as const;

/**
 * The tool that writes an object that nothing watched controls; undefined where none is recognized.
 *
 * What is nearest to the object goes first: an operator writes its children whoever wrote its custom
 * resource, and copies labels on to them. Flux releases by Helm, so its labels go before Helm's.
 */
export function factsFromManager(
  object: JsonNode,
  kind: WatchedKind,
): ManagerFacts | undefined {
  return (
    olmIn(object) ??
    operatorIn(object) ??
    argoCdIn(object, kind) ??
    fluxIn(object) ??
    helmIn(object)
  );
}

function olmIn(object: JsonNode): ManagerFacts | undefined {
  const ref = object.at('metadata', 'labels', OLM_OWNER).optionalText();
  return ref ? { tool: 'olm', ref } : undefined;
}

function operatorIn(object: JsonNode): ManagerFacts | undefined {
  const controller = controllerIn(object);
  if (!controller) {
    return undefined;
  }
  const [kind, name] = ['kind', 'name'].map(
    field => controller.at(field).optionalText() ?? '',
  );
  return { tool: 'operator', ref: `${kind}/${name}` };
}

function argoCdIn(
  object: JsonNode,
  kind: WatchedKind,
): ManagerFacts | undefined {
  const metadata = object.at('metadata');
  const ref =
    applicationTracking({
      trackingId: metadata.at('annotations', TRACKING_ID).optionalText() ?? '',
      tracked: `${kind}:${namespaceOf(object)}/${metadata.at('name').text()}`,
    }) ?? metadata.at('labels', ARGO_CD_INSTANCE).optionalText();
  return ref ? { tool: 'argo-cd', ref } : undefined;
}

/**
 * The Application of `<application>:<group>/<kind>:<namespace>/<name>`, where that names the object
 * itself: controllers copy annotations on to what they make.
 */
function applicationTracking(options: {
  trackingId: string;
  tracked: string;
}): string | undefined {
  const { trackingId, tracked } = options;
  return trackingId.endsWith(`/${tracked}`)
    ? trackingId.split(':')[0]
    : undefined;
}

function fluxIn(object: JsonNode): ManagerFacts | undefined {
  const labels = object.at('metadata', 'labels');
  for (const { group, fluxKind } of FLUX_KINDS) {
    const name = labels.at(`${group}/name`).optionalText();
    const namespace =
      labels.at(`${group}/namespace`).optionalText() ?? namespaceOf(object);
    if (name) {
      return { tool: 'flux', ref: `${namespace}/${name}`, fluxKind };
    }
  }
  return undefined;
}

function helmIn(object: JsonNode): ManagerFacts | undefined {
  const annotations = object.at('metadata', 'annotations');
  const release = annotations.at(HELM_RELEASE).optionalText();
  const namespace =
    annotations.at(HELM_RELEASE_NAMESPACE).optionalText() ??
    namespaceOf(object);
  return release ? { tool: 'helm', ref: `${namespace}/${release}` } : undefined;
}

function namespaceOf(object: JsonNode): string {
  return object.at('metadata', 'namespace').text();
}
