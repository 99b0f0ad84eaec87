import { refuseField } from './apiServerRules';
import { optionalText } from './optionalText';
import { parseServiceOfTeam } from './parseServiceOfTeam';

/** Where in Git a service's manifests are, as a template gives it. */
export interface GitPlaceInput {
  service: string;
  team: string;
  branch?: string;
  path?: string;
}

/** The same, checked and complete. */
export interface GitPlace {
  /** Bare name of the service. */
  service: string;
  /** Bare name of the team. */
  team: string;
  branch: string;
  /** With `/` between the parts; empty for the whole repository. */
  path: string;
}

const BRANCH = /^(?!.*(\.\.|\/\/|\.lock$|\/$))[A-Za-z0-9][-A-Za-z0-9._/]*$/;
const PATH_PART = /^(?!\.{1,2}$)(?!\.git$)[-A-Za-z0-9._]+$/i;

/** Checks and completes a place in Git. @throws InputError */
export function parseGitPlace(input: GitPlaceInput): GitPlace {
  const { service, team } = parseServiceOfTeam(input);

  const branch = optionalText(input.branch) ?? 'main';
  if (!BRANCH.test(branch)) {
    throw refuseField({ field: 'branch', value: branch }, 'name of a branch');
  }
  return {
    service: service.name,
    team: team.name,
    branch,
    path: pathOf(input, service.name),
  };
}

function pathOf({ path }: GitPlaceInput, service: string): string {
  const value = optionalText(path) ?? `services/${service}`;
  if (value === '.') {
    return '';
  }
  const trimmed = value.replace(/\/$/, '');
  if (!trimmed.split('/').every(part => PATH_PART.test(part))) {
    throw refuseField(
      { field: 'path', value },
      "a folder of the repository: names of letters, digits, '-', '_' and '.', with '/' in between",
    );
  }
  return trimmed;
}
