import type { KubernetesObject, V1Deployment } from '@kubernetes/client-node';
import type { CompanionManifest } from '../manifests/workloadManifests';
import type { ObjectName } from '../objects/ObjectName';
import type { WrittenKind } from '../objects/WrittenKinds';
import type { Applied } from './applyOwned';

/** `1 replica`; of a Deployment that is there, the number that it has. */
export function replicasOf(
  { replicas }: { replicas: number },
  tried?: Applied<V1Deployment>,
): string {
  const count = tried?.before?.spec?.replicas ?? replicas;
  return `${count} ${count === 1 ? 'replica' : 'replicas'}`;
}

/**
 * What a person wants to know of an object that goes with a Deployment.
 *
 * @param made - as the API server has it, or would: OpenShift gives a Route the host that it lacks.
 */
export function detailOf(
  companion: CompanionManifest,
  made?: KubernetesObject,
): string | undefined {
  switch (companion.kind) {
    case 'Service':
      return `port ${companion.spec?.ports?.[0].port}`;
    case 'Ingress':
      return companion.spec?.rules?.[0].host;
    case 'Route':
      return hostOf(made ?? companion);
    case 'HorizontalPodAutoscaler':
      return `${companion.spec?.minReplicas} to ${companion.spec?.maxReplicas} replicas`;
    default:
      return undefined;
  }
}

function hostOf(route: KubernetesObject & { spec?: unknown }) {
  const { spec } = route;
  return typeof spec === 'object' &&
    spec !== null &&
    'host' in spec &&
    typeof spec.host === 'string'
    ? spec.host
    : undefined;
}

/** What was done with an object that was there, for the log. */
export function lineForExisting(
  kind: WrittenKind,
  name: string,
  { changes }: Applied<unknown>,
): string {
  return changes.length > 0
    ? `Changed ${kind} ${name}: ${changes.join(', ')}`
    : `${kind} ${name} is there already; nothing to change`;
}

/** An object of a workload, as people name it. */
export function nameOf(
  kind: WrittenKind,
  { metadata }: KubernetesObject,
): ObjectName {
  return { kind, name: metadata?.name ?? '', namespace: metadata?.namespace };
}
