import type { UserInfoService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { StepContext } from './StepContext';

/**
 * Refuses whoever does not belong to the team, as the portal's sign-in knows them: with the groups that it
 * counts as theirs, those of a group's parents included if it does so.
 *
 * @throws NotAllowedError
 */
export async function requireMember(options: {
  ctx: StepContext;
  userInfo: UserInfoService;
  /** Ref of the group. */
  team: string;
}): Promise<void> {
  const { ctx, userInfo, team } = options;
  const user = ctx.user?.ref;
  const owned = user
    ? (await userInfo.getUserInfo(await ctx.getInitiatorCredentials()))
        .ownershipEntityRefs
    : [];
  if (!owned.includes(team)) {
    throw new NotAllowedError(
      `team: ${
        user ?? 'nobody'
      } is not a member of ${team}, as the portal knows it. ` +
        'Choose a team of yours, or ask one of its members to run this. Nothing was written by this step.',
    );
  }
}
