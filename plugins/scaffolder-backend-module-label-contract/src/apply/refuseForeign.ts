import { WrittenKinds } from './ClusterClient';
import { ownershipOf } from './ownershipOf';
import { ObjectName, RefusedError } from './Refusal';

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
