import type { V1Namespace } from '@kubernetes/client-node';
import {
  LIFECYCLE,
  MANAGED_BY,
  MANAGED_BY_US,
  OWNER,
  SERVICE,
  TEAM,
} from './ownershipLabels';

/** Levels of the Pod Security Standards. */
export type PodSecurity = 'privileged' | 'baseline' | 'restricted';

/** A namespace as asked for, every value checked. */
export interface NamespaceSpec {
  name: string;
  team: { name: string; entityRef: string };
  service?: string;
  lifecycle?: string;
  description?: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  podSecurity: PodSecurity;
}

/** The Namespace that a service gets: who owns it, what runs there, and what its pods may do. */
export function namespaceManifest(spec: NamespaceSpec): V1Namespace {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: spec.name,
      labels: {
        ...spec.labels,
        [MANAGED_BY]: MANAGED_BY_US,
        [TEAM]: spec.team.name,
        ...(spec.service && { [SERVICE]: spec.service }),
        ...(spec.lifecycle && { [LIFECYCLE]: spec.lifecycle }),
        'pod-security.kubernetes.io/enforce': spec.podSecurity,
        'pod-security.kubernetes.io/audit': spec.podSecurity,
        'pod-security.kubernetes.io/warn': spec.podSecurity,
      },
      annotations: {
        ...spec.annotations,
        [OWNER]: spec.team.entityRef,
        // The one description of a namespace that a console shows.
        ...(spec.description && {
          'openshift.io/description': spec.description,
        }),
      },
    },
  };
}
