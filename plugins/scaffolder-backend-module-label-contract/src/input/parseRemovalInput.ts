import { DEFAULT_WAIT_SECONDS } from '../manifests/workloadDefaults';
import type { ServiceToRemove } from '../removal/ServiceToRemove';
import {
  refuseField,
  requireDnsLabel,
  requireLabelValue,
  requireWholeNumber,
} from './apiServerRules';
import { catalogNameOf } from './catalogNameOf';
import { optionalText } from './optionalText';

/** Input of `label-contract:service:remove`, as a template gives it. */
export interface RemovalInput {
  service: string;
  team: string;
  namespace: string;
  removeNamespace?: boolean;
  /** The service's name, typed again. */
  confirm?: string;
  waitSeconds?: number;
}

/** What the input asks for. */
export interface RemovalRequest extends ServiceToRemove {
  /** Ref of the service's entity. */
  serviceRef: string;
  /** Ref of the team's entity. */
  teamRef: string;
}

/** An hour: longer waits block a worker of the scaffolder. */
const LONGEST_WAIT_SECONDS = 3600;

/**
 * Checks the input before anything is looked at. A run has to be confirmed by the service's name; a plan
 * has not.
 *
 * @throws InputError that names the field, what was found and what is allowed.
 */
export function parseRemovalInput(
  input: RemovalInput,
  { dryRun }: { dryRun: boolean },
): RemovalRequest {
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
  const confirm = optionalText(input.confirm) ?? '';
  if (!dryRun && confirm !== service.name) {
    throw refuseField(
      { field: 'confirm', value: confirm },
      `'${service.name}', the service's name typed again, as this deletes it; or dryRun: true to see first what would be deleted`,
    );
  }
  return {
    serviceRef: service.entityRef,
    teamRef: team.entityRef,
    service: service.name,
    team: team.name,
    namespace: requireDnsLabel({ field: 'namespace', value: input.namespace }),
    removeNamespace: input.removeNamespace ?? false,
    waitSeconds: requireWholeNumber({
      field: 'waitSeconds',
      value: input.waitSeconds ?? DEFAULT_WAIT_SECONDS,
      min: 0,
      max: LONGEST_WAIT_SECONDS,
    }),
  };
}
