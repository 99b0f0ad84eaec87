import type { WrittenKinds } from '../objects/WrittenKinds';
import { ownershipOf } from '../objects/ownershipOf';
import type { ObjectName } from '../objects/ObjectName';
import { RefusedError } from '../refusal/Refusal';

/**
 * Passes what is not there, or is this team's.
 *
 * @throws RefusedError where another team owns the object, or nobody does.
 */
export function refuseForeign(options: {
  live: WrittenKinds[keyof WrittenKinds] | undefined;
  object: ObjectName;
  team: string;
}): void {
  const { live, object, team } = options;
  const ownership = ownershipOf(live, team);
  if (ownership.kind === 'other-team') {
    throw new RefusedError({
      kind: 'owned-by-other',
      object,
      owner: ownership.owner,
      team,
    });
  }
  if (ownership.kind === 'no-team') {
    throw new RefusedError({
      kind: 'owned-by-nobody',
      object,
      team,
      managers: ownership.managers,
    });
  }
}
