import type { V1Namespace } from '@kubernetes/client-node';
import {
  LIFECYCLE,
  MANAGED_BY,
  MANAGED_BY_US,
  OWNER,
  SERVICE,
  TEAM,
} from './ownershipLabels';
import type { ResourceQuantities } from './WorkloadSpec';

/** Levels of the Pod Security Standards. */
export type PodSecurity = 'privileged' | 'baseline' | 'restricted';

/** Which traffic of a namespace is refused unless something allows it. */
export type NetworkIsolation = 'deny-ingress' | 'deny-all';

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
  /** What all its pods and objects together may use; undefined for no ResourceQuota. */
  quota?: ResourceQuantities;
  /** What a container gets that asks for nothing; undefined for no LimitRange. */
  containerDefaults?: {
    requests: ResourceQuantities;
    limits: ResourceQuantities;
  };
  isolation?: NetworkIsolation;
  /** ClusterRole that the team's group gets in the namespace; undefined for no RoleBinding. */
  teamRole?: string;
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
