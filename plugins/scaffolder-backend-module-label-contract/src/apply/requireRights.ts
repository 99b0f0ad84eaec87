import type { ClusterClient } from '../cluster/ClusterClient';
import type { Right } from '../objects/Right';
import type { WrittenKind } from '../objects/WrittenKinds';
import { KINDS } from '../objects/kinds';
import type { InstalledRole } from '../refusal/roles';
import { RefusedError } from '../refusal/Refusal';

/** Server-side apply is a patch, and a create where nothing is there yet. */
const VERBS_OF_APPLY = ['get', 'create', 'patch'] as const;

/** The rights that applying an object of the kind takes. */
export function rightsToApply(
  kind: WrittenKind,
  options: { namespace?: string; verbs?: readonly string[] } = {},
): Right[] {
  const { namespace, verbs = VERBS_OF_APPLY } = options;
  const { group, resource } = KINDS[kind];
  return verbs.map(verb => ({ verb, group, resource, namespace }));
}

/**
 * Asks before the first write, so that nothing is left half done for want of a right.
 *
 * @param role - holds them; default: the one of `install/rbac` that is made for each.
 * @throws RefusedError (`rights-missing`) that names all that are missing.
 */
export async function requireRights(
  client: ClusterClient,
  rights: readonly Right[],
  role?: InstalledRole,
): Promise<void> {
  const answers = await Promise.all(
    rights.map(async right => ({ right, isThere: await client.mayI(right) })),
  );
  const missing = answers.filter(({ isThere }) => !isThere);
  if (missing.length > 0) {
    throw new RefusedError({
      kind: 'rights-missing',
      rights: missing.map(({ right }) => right),
      role,
    });
  }
}
