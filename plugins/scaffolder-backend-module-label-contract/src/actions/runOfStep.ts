import type { Run } from '../apply/Run';
import { CREATED_BY, MADE_BY_TASK } from '../manifests/ownershipLabels';
import type { StepContext } from './StepContext';

/** The part of a {@link Run} that the scaffolder decides. */
export type StepOfRun = Omit<Run, 'client' | 'record'>;

/**
 * Reads from the scaffolder's context how a step runs: for whom, in which task, and whether it may write.
 * A dry run of the scaffolder always is one, whatever the input says.
 */
export function runOfStep(
  ctx: StepContext,
  input: { dryRun?: boolean },
): StepOfRun {
  const initiator = ctx.user?.ref;
  return {
    dryRun: ctx.isDryRun === true || input.dryRun === true,
    origin: {
      ...(initiator && { [CREATED_BY]: initiator }),
      [MADE_BY_TASK]: ctx.task.id,
    },
    signal: ctx.signal,
    log: line => ctx.logger.info(line),
  };
}
