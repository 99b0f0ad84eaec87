import { refuseField, requireDnsLabel } from './apiServerRules';
import { optionalText } from './optionalText';
import { parseArgoCdNamespace } from './parseArgoCdNamespace';
import { parseServiceOfTeam } from './parseServiceOfTeam';
import { parseWaitSeconds } from './parseWaitSeconds';
import type { ServiceToRemove } from './ServiceToRemove';

/** Input of `label-contract:service:remove`, as a template gives it. */
export interface RemovalInput {
  service: string;
  team: string;
  namespace: string;
  removeNamespace?: boolean;
  argocdNamespace?: string;
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
  const { service, team } = parseServiceOfTeam(input);
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
    argoCdNamespace: parseArgoCdNamespace(input.argocdNamespace),
    waitSeconds: parseWaitSeconds(input.waitSeconds),
  };
}
