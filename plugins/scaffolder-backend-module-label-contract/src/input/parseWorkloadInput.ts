import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import {
  DEFAULT_PORT,
  DEFAULT_REPLICAS,
  DEFAULT_WAIT_SECONDS,
  WORKLOAD_DEFAULTS,
} from '../manifests/workloadDefaults';
import type {
  ResourceQuantities,
  WorkloadComponent,
  WorkloadSpec,
} from '../manifests/WorkloadSpec';
import {
  quantityValue,
  refuseField,
  requireDnsLabel,
  requireEnvironmentName,
  requireImage,
  requireLabelValue,
  requireMetadataKey,
  requireQuantity,
  requireServiceName,
  requireWholeNumber,
} from './apiServerRules';
import { catalogNameOf } from './catalogNameOf';
import { optionalText } from './optionalText';

/** Input of `label-contract:workload:deploy`, as a template gives it. */
export interface WorkloadInput {
  component: WorkloadComponent;
  namespace: string;
  service: string;
  team: string;
  cluster?: string;
  name?: string;
  image?: string;
  replicas?: number;
  port?: number;
  env?: Record<string, string>;
  resources?: {
    requests?: ResourceQuantities;
    limits?: ResourceQuantities;
  };
  waitSeconds?: number;
}

/** What the input asks for, before the catalog was asked for the contract value. */
export interface WorkloadRequest {
  spec: WorkloadSpec;
  /** Ref of the entity whose claim gives the contract value. */
  serviceRef: string;
  /** Pods of a Deployment that does not exist yet. */
  replicas: number;
  /** Seconds until the pods have to be ready; 0 does not wait. */
  waitSeconds: number;
}

/** More pods than this is a slip of the finger: a form can't know the size of the cluster. */
const MOST_REPLICAS = 1000;

/** An hour: longer waits block a worker of the scaffolder. */
const LONGEST_WAIT_SECONDS = 3600;

/**
 * Checks the input by the API server's own rules and fills in the defaults, before anything is
 * written. The contract value is the service's name until the catalog says otherwise.
 *
 * @throws InputError that names the field, what was found and what is allowed.
 */
export function parseWorkloadInput(input: WorkloadInput): WorkloadRequest {
  const { component } = input;
  const defaults = WORKLOAD_DEFAULTS[component];

  const namespace = requireDnsLabel({
    field: 'namespace',
    value: input.namespace,
  });
  const service = catalogNameOf({
    field: 'service',
    value: input.service,
    kind: 'component',
  });
  requireLabelValue({ field: 'service', value: service.name });
  const team = catalogNameOf({
    field: 'team',
    value: input.team,
    kind: 'group',
  });
  requireLabelValue({ field: 'team', value: team.name });

  const image = optionalText(input.image);

  return {
    serviceRef: service.entityRef,
    replicas: requireWholeNumber({
      field: 'replicas',
      value: input.replicas ?? DEFAULT_REPLICAS,
      min: 0,
      max: MOST_REPLICAS,
    }),
    waitSeconds: requireWholeNumber({
      field: 'waitSeconds',
      value: input.waitSeconds ?? DEFAULT_WAIT_SECONDS,
      min: 0,
      max: LONGEST_WAIT_SECONDS,
    }),
    spec: {
      component,
      namespace,
      name: workloadName(input, service.name),
      service: service.name,
      contractValue: service.name,
      team: team.name,
      image: requireImage({ field: 'image', value: image ?? defaults.image }),
      // The command keeps the default image alive; another image has its own.
      command: image ? undefined : defaults.command,
      port: requireWholeNumber({
        field: 'port',
        value: input.port ?? DEFAULT_PORT,
        min: 1,
        max: 65535,
      }),
      env: checkedEnvironment(input.env ?? {}),
      resources: checkedResources(input),
    },
  };
}

/**
 * The value for the contract label, where the catalog has another one than the service's name.
 *
 * @throws InputError where no label can carry it.
 */
export function requireContractValue(options: {
  value: string;
  entityRef: string;
}): string {
  const { value, entityRef } = options;
  return requireLabelValue({
    field: `service (annotation ${KUBERNETES_ID} of ${entityRef})`,
    value,
  });
}

function workloadName(input: WorkloadInput, service: string): string {
  const given = optionalText(input.name);
  const name = given ?? `${service.toLowerCase()}-${input.component}`;
  const field = given
    ? 'name'
    : `name (made of service and component, as none was given)`;
  // The Service has the same name, and stricter rules.
  return input.component === 'api'
    ? requireServiceName({ field, value: name })
    : requireDnsLabel({ field, value: name });
}

function checkedEnvironment(
  env: Record<string, string>,
): Record<string, string> {
  Object.keys(env).forEach(name =>
    requireEnvironmentName({ field: 'env', value: name }),
  );
  return env;
}

function checkedResources(input: WorkloadInput): WorkloadSpec['resources'] {
  const defaults = WORKLOAD_DEFAULTS[input.component].resources;
  const requests = { ...defaults.requests, ...input.resources?.requests };
  const limits = { ...defaults.limits, ...input.resources?.limits };

  const all = { 'resources.requests': requests, 'resources.limits': limits };
  for (const [field, quantities] of Object.entries(all)) {
    for (const [resource, value] of Object.entries(quantities)) {
      requireMetadataKey({ field, value: resource });
      requireQuantity({ field: `${field}.${resource}`, value });
    }
  }

  for (const [resource, request] of Object.entries(requests)) {
    const limit = limits[resource];
    if (limit && quantityValue(request) > quantityValue(limit)) {
      throw refuseField(
        { field: `resources.requests.${resource}`, value: request },
        `at most the limit of '${limit}'`,
      );
    }
  }

  return { requests, limits };
}
