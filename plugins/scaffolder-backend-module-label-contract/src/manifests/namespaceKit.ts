import type {
  V1LimitRange,
  V1NetworkPolicy,
  V1NetworkPolicySpec,
  V1ObjectMeta,
  V1ResourceQuota,
  V1RoleBinding,
} from '@kubernetes/client-node';
import type { NamespaceSpec } from './namespaceManifest';
import { MANAGED_BY, MANAGED_BY_US, TEAM } from './ownershipLabels';

/** What can stand in a namespace before any service does. */
export type KitManifest =
  | ({ kind: 'ResourceQuota' } & V1ResourceQuota)
  | ({ kind: 'LimitRange' } & V1LimitRange)
  | ({ kind: 'NetworkPolicy' } & V1NetworkPolicy)
  | ({ kind: 'RoleBinding' } & V1RoleBinding);

/** Label that OpenShift puts on the namespaces of its router, and no other Kubernetes does. */
const OPENSHIFT_POLICY_GROUP = 'network.openshift.io/policy-group';

/** The objects of a namespace's kit that were asked for, in the order in which they are written. */
export function namespaceKit(spec: NamespaceSpec): KitManifest[] {
  return [
    ...(spec.quota ? [quotaOf(spec, spec.quota)] : []),
    ...(spec.containerDefaults
      ? [limitRangeOf(spec, spec.containerDefaults)]
      : []),
    ...networkPoliciesOf(spec),
    ...(spec.teamRole ? [roleBindingOf(spec, spec.teamRole)] : []),
  ];
}

function quotaOf(
  spec: NamespaceSpec,
  hard: Record<string, string>,
): KitManifest {
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: metadataOf(spec, 'team-quota'),
    spec: { hard },
  };
}

function limitRangeOf(
  spec: NamespaceSpec,
  { requests, limits }: NonNullable<NamespaceSpec['containerDefaults']>,
): KitManifest {
  return {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: metadataOf(spec, 'container-defaults'),
    spec: {
      limits: [
        { type: 'Container', _default: limits, defaultRequest: requests },
      ],
    },
  };
}

/**
 * Refuses what nothing allows, and allows what every service needs: its own namespace, names (DNS), and
 * the router of OpenShift. NetworkPolicies add up, so a team may allow more with its own.
 */
function networkPoliciesOf(spec: NamespaceSpec): KitManifest[] {
  if (!spec.isolation) {
    return [];
  }
  const policy = (name: string, body: V1NetworkPolicySpec): KitManifest => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: metadataOf(spec, name),
    spec: body,
  });
  const everyPod = { podSelector: {} };
  const ingress = [
    policy('allow-same-namespace', {
      ...everyPod,
      policyTypes: ['Ingress'],
      ingress: [{ _from: [{ podSelector: {} }] }],
    }),
    policy('allow-router', {
      ...everyPod,
      policyTypes: ['Ingress'],
      ingress: [
        {
          _from: [
            {
              namespaceSelector: {
                matchLabels: { [OPENSHIFT_POLICY_GROUP]: 'ingress' },
              },
            },
          ],
        },
      ],
    }),
  ];
  if (spec.isolation === 'deny-ingress') {
    return [
      policy('default-deny', { ...everyPod, policyTypes: ['Ingress'] }),
      ...ingress,
    ];
  }
  return [
    policy('default-deny', {
      ...everyPod,
      policyTypes: ['Ingress', 'Egress'],
    }),
    ...ingress,
    policy('allow-own-egress', {
      ...everyPod,
      policyTypes: ['Egress'],
      egress: [
        { to: [{ podSelector: {} }] },
        {
          to: [{ namespaceSelector: {} }],
          // 5353 is where the DNS pods of OpenShift listen; policies see the port of the pod.
          ports: [53, 5353].flatMap(port => [
            { protocol: 'UDP', port },
            { protocol: 'TCP', port },
          ]),
        },
      ],
    }),
  ];
}

function roleBindingOf(spec: NamespaceSpec, role: string): KitManifest {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: metadataOf(spec, `team-${role}`),
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: role,
    },
    subjects: [
      {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'Group',
        name: spec.team.name,
      },
    ],
  };
}

function metadataOf(spec: NamespaceSpec, name: string): V1ObjectMeta {
  return {
    name,
    namespace: spec.name,
    labels: { [MANAGED_BY]: MANAGED_BY_US, [TEAM]: spec.team.name },
  };
}
