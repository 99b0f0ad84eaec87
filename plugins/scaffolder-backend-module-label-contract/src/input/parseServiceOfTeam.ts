import { requireLabelValue } from './apiServerRules';
import { CatalogName, catalogNameOf } from './catalogNameOf';

/** Which service, and whose: what nearly every action asks for. */
export interface ServiceOfTeam {
  service: CatalogName;
  team: CatalogName;
}

/**
 * Checks a service and its team. Both become values of labels.
 *
 * @throws InputError that names the field, what was found and what is allowed.
 */
export function parseServiceOfTeam(input: {
  service: string;
  team: string;
}): ServiceOfTeam {
  return {
    service: parseService(input.service),
    team: parseTeam(input.team),
  };
}

/** Checks the team alone. @throws InputError */
export function parseTeam(value: string): CatalogName {
  return labelledName({ field: 'team', value, kind: 'group' });
}

/** Checks the service alone. @throws InputError */
export function parseService(value: string): CatalogName {
  return labelledName({ field: 'service', value, kind: 'component' });
}

function labelledName(input: Parameters<typeof catalogNameOf>[0]): CatalogName {
  const named = catalogNameOf(input);
  requireLabelValue({ field: input.field, value: named.name });
  return named;
}
