import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import type {
  NamespaceSpec,
  NetworkIsolation,
  PodSecurity,
} from '../manifests/namespaceManifest';
import { MANAGED_BY } from '../manifests/ownershipLabels';
import {
  FieldValue,
  refuseField,
  requireAnnotationsFit,
  requireDnsLabel,
  requireLabelValue,
  requireMetadataKey,
  requireQuantities,
  requireWithinLimits,
} from './apiServerRules';
import { optionalText } from './optionalText';
import { parseService, parseTeam } from './parseServiceOfTeam';

/** Input of `label-contract:namespace:create`, as a template gives it. */
export interface NamespaceInput {
  namespace: string;
  team: string;
  cluster?: string;
  service?: string;
  lifecycle?: string;
  description?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  podSecurity?: PodSecurity;
  quota?: Record<string, string>;
  containerDefaults?: {
    requests?: Record<string, string>;
    limits?: Record<string, string>;
  };
  networkPolicy?: NetworkIsolation;
  teamRole?: string;
}

/** Beginnings of names that Kubernetes and OpenShift keep for themselves. */
const RESERVED_NAMES = /^(kube|openshift)(-|$)/;

/** Labels that this action sets itself. */
const OWN_KEYS =
  /^(portal-operations\.io|pod-security\.kubernetes\.io|kubernetes\.io)\//;

/**
 * Checks the input by the API server's own rules and fills in the defaults, before anything is
 * written.
 *
 * @throws InputError that names the field, what was found and what is allowed.
 */
export function parseNamespaceInput(input: NamespaceInput): NamespaceSpec {
  const name = requireDnsLabel({
    field: 'namespace',
    value: input.namespace,
  });
  if (RESERVED_NAMES.test(name)) {
    throw refuseField(
      { field: 'namespace', value: name },
      "names that do not start with 'kube-' or 'openshift-'",
    );
  }

  const team = parseTeam(input.team);
  const service = optionalText(input.service);

  const lifecycle = optionalText(input.lifecycle);
  if (lifecycle) {
    requireLabelValue({ field: 'lifecycle', value: lifecycle });
  }

  const annotations = input.annotations ?? {};
  Object.keys(annotations).forEach(key =>
    requireFreeKey({ field: 'annotations', value: key }),
  );
  const description = optionalText(input.description);
  requireAnnotationsFit({
    field: 'annotations',
    value: { ...annotations, description: description ?? '' },
  });

  const labels = input.labels ?? {};
  for (const [key, value] of Object.entries(labels)) {
    requireFreeKey({ field: 'labels', value: key });
    requireLabelValue({ field: `labels.${key}`, value });
  }

  return {
    name,
    team,
    service: service && parseService(service).name,
    lifecycle,
    description,
    labels,
    annotations,
    podSecurity: input.podSecurity ?? 'restricted',
    quota: quotaOf(input),
    containerDefaults: containerDefaultsOf(input),
    isolation: input.networkPolicy,
    teamRole: teamRoleOf(input),
  };
}

function quotaOf({ quota }: NamespaceInput): NamespaceSpec['quota'] {
  return quota && Object.keys(quota).length > 0
    ? requireQuantities({ field: 'quota', value: quota })
    : undefined;
}

function containerDefaultsOf({
  containerDefaults,
}: NamespaceInput): NamespaceSpec['containerDefaults'] {
  if (!containerDefaults) {
    return undefined;
  }
  const { requests = {}, limits = {} } = containerDefaults;
  requireQuantities({ field: 'containerDefaults.requests', value: requests });
  requireQuantities({ field: 'containerDefaults.limits', value: limits });
  requireWithinLimits({ field: 'containerDefaults', requests, limits });
  return { requests, limits };
}

function teamRoleOf({ teamRole }: NamespaceInput): string | undefined {
  const name = optionalText(teamRole);
  return name && requireDnsLabel({ field: 'teamRole', value: name });
}

function requireFreeKey(input: FieldValue<string>): void {
  const key = requireMetadataKey(input);
  if (OWN_KEYS.test(key) || key === MANAGED_BY || key === KUBERNETES_ID) {
    throw refuseField(input, 'keys that this action does not set itself');
  }
}
