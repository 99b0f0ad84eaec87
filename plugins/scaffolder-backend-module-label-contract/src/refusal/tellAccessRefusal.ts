import {
  AuthenticationError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { Right } from '../objects/Right';
import type { AccessRefusal } from './AccessRefusal';
import { InstalledRole, roleOf } from './roles';
import { StepFailedError } from './StepFailedError';
import type { ToldRefusal } from './ToldRefusal';
import { withoutPeriod } from './withoutPeriod';

/** Puts into words why a cluster did not do what it was asked for. */
export function tellAccessRefusal(
  refusal: AccessRefusal,
  cluster: string,
): ToldRefusal {
  switch (refusal.kind) {
    case 'credentials-refused':
      return {
        errorClass: AuthenticationError,
        sentence:
          `cluster: '${cluster}' does not accept the portal's credentials (401). ` +
          'Ask the platform team to renew the token of the portal’s ServiceAccount.',
      };
    case 'right-missing': {
      const { verb, resource, apiGroup: group } = refusal;
      return {
        errorClass: NotAllowedError,
        sentence: `cluster: '${cluster}' does not let the portal ${verb} ${describeResource(
          { resource, group },
        )} (403). ${cureFor([{ verb, resource, group }])}`,
      };
    }
    case 'rights-missing':
      return {
        errorClass: NotAllowedError,
        sentence:
          `cluster: '${cluster}' does not let the portal ${refusal.rights
            .map(({ verb, ...right }) => `${verb} ${describeResource(right)}`)
            .join(', ')}. ${cureFor(refusal.rights, refusal.role)}` +
          `${refusal.orElse ? ` ${refusal.orElse}` : ''}`,
      };
    case 'admission-refused':
      return {
        errorClass: NotAllowedError,
        sentence: `'${cluster}' refused the request: ${withoutPeriod(
          refusal.message,
        )}. Ask the platform team about this rule or quota.`,
      };
    case 'kind-not-served':
      return {
        errorClass: NotFoundError,
        sentence:
          `cluster: '${cluster}' does not know the kind ${refusal.of} (${refusal.apiVersion}). ` +
          'Choose another one, or leave it out.',
      };
    case 'unreachable':
      return {
        errorClass: ServiceUnavailableError,
        sentence:
          `cluster: '${cluster}' does not answer (${refusal.message}). ` +
          'Try again later, or ask the platform team whether the cluster is up.',
      };
    case 'object-refused':
      return {
        errorClass: InputError,
        sentence: `'${cluster}' refused the object: ${withoutPeriod(
          refusal.message,
        )}.`,
      };
    default:
      return {
        errorClass: StepFailedError,
        sentence: `'${cluster}' answered ${refusal.status}: ${
          withoutPeriod(refusal.message) || 'no reason was given'
        }. Try again later.`,
      };
  }
}

function describeResource(right: {
  resource: string;
  group: string;
  namespace?: string;
}): string {
  const { resource, group, namespace } = right;
  const where = namespace ? ` in namespace ${namespace}` : '';
  return `${group ? `${resource}.${group}` : resource}${where}`;
}

/** Whom to ask for what: the verbs of each role that holds some of the rights. */
function cureFor(rights: readonly Right[], role?: InstalledRole): string {
  const verbs = new Map<string, Set<string>>();
  for (const right of rights) {
    const { kind, name } = role ?? roleOf(right);
    const key = `${kind} ${name}`;
    verbs.set(key, (verbs.get(key) ?? new Set()).add(right.verb));
  }
  const asked = [...verbs].map(
    ([key, needed]) => `${describeVerbs([...needed])} to the ${key}`,
  );
  return `Ask the platform team to add ${asked.join(' and ')}, or to bind ${
    asked.length === 1 ? 'it' : 'them'
  }.`;
}

function describeVerbs(verbs: readonly string[]): string {
  return verbs.length === 1
    ? `the verb '${verbs[0]}'`
    : `the verbs ${verbs.map(verb => `'${verb}'`).join(', ')}`;
}
