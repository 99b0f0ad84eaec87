import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import {
  DEFAULT_PORT,
  DEFAULT_REPLICAS,
  WORKLOAD_DEFAULTS,
} from '../manifests/workloadDefaults';
import type {
  Autoscaling,
  Exposure,
  ResourceQuantities,
  WorkloadComponent,
  WorkloadSpec,
} from '../manifests/WorkloadSpec';
import {
  refuseField,
  requireDnsLabel,
  requireDnsName,
  requireEnvironmentName,
  requireImage,
  requireLabelValue,
  requireQuantities,
  requireServiceName,
  requireWholeNumber,
  requireWithinLimits,
} from './apiServerRules';
import { optionalText } from './optionalText';
import { parseServiceOfTeam } from './parseServiceOfTeam';
import { parseWaitSeconds } from './parseWaitSeconds';

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
  /** How an api is reached from outside; default: not at all. */
  expose?: 'none' | Exposure['as'];
  host?: string;
  disruptionBudget?: boolean;
  autoscaling?: {
    minReplicas?: number;
    maxReplicas: number;
    cpuPercent?: number;
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
  const { service, team } = parseServiceOfTeam(input);

  const image = optionalText(input.image);
  const replicas = requireWholeNumber({
    field: 'replicas',
    value: input.replicas ?? DEFAULT_REPLICAS,
    min: 0,
    max: MOST_REPLICAS,
  });
  const autoscaling = autoscalingOf(input, replicas);

  return {
    serviceRef: service.entityRef,
    replicas: autoscaling?.minReplicas ?? replicas,
    waitSeconds: parseWaitSeconds(input.waitSeconds),
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
      expose: exposureOf(input),
      disruptionBudget: input.disruptionBudget ?? false,
      autoscaling,
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

function exposureOf(input: WorkloadInput): Exposure | undefined {
  const { component, expose = 'none' } = input;
  const host = optionalText(input.host);
  if (host) {
    requireDnsName({ field: 'host', value: host });
  }
  if (expose === 'none') {
    if (host) {
      throw refuseField(
        { field: 'host', value: host },
        "a host goes with expose: 'route' or 'ingress'",
      );
    }
    return undefined;
  }
  if (component !== 'api') {
    throw refuseField(
      { field: 'expose', value: expose },
      "'none', as a worker listens to nobody",
    );
  }
  if (expose === 'ingress' && !host) {
    throw refuseField(
      { field: 'host', value: host ?? '' },
      'a DNS name such as orders.example.com, which an Ingress needs',
    );
  }
  return { as: expose, host };
}

function autoscalingOf(
  { autoscaling }: WorkloadInput,
  replicas: number,
): Autoscaling | undefined {
  if (!autoscaling) {
    return undefined;
  }
  const minReplicas = requireWholeNumber({
    field: 'autoscaling.minReplicas',
    value: autoscaling.minReplicas ?? Math.max(1, replicas),
    min: 1,
    max: MOST_REPLICAS,
  });
  return {
    minReplicas,
    maxReplicas: requireWholeNumber({
      field: 'autoscaling.maxReplicas',
      value: autoscaling.maxReplicas,
      min: minReplicas,
      max: MOST_REPLICAS,
    }),
    cpuPercent: requireWholeNumber({
      field: 'autoscaling.cpuPercent',
      value: autoscaling.cpuPercent ?? 80,
      min: 1,
      max: 1000,
    }),
  };
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

  requireQuantities({ field: 'resources.requests', value: requests });
  requireQuantities({ field: 'resources.limits', value: limits });
  requireWithinLimits({ field: 'resources', requests, limits });

  return { requests, limits };
}
