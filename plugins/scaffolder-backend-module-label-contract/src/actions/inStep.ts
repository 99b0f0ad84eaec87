import { CustomErrorBase, ForwardedError, isError } from '@backstage/errors';
import type { Run } from '../apply/Run';
import { CREATED_BY, MADE_BY_TASK } from '../manifests/ownershipLabels';
import { StepFailedError } from '../refusal/StepFailedError';
import type { StepContext } from './StepContext';

/** The part of a {@link Run} that the scaffolder decides. */
export type StepOfRun = Omit<Run, 'client' | 'record'>;

/**
 * The frame of every action: reads from the scaffolder's context how the step runs, and sees to it that an
 * error is one sentence. A dry run of the scaffolder always is one, whatever the input says.
 */
export async function inStep(
  ctx: StepContext & { input: { dryRun?: boolean; [field: string]: unknown } },
  work: (step: StepOfRun) => Promise<void>,
): Promise<void> {
  const { input, isDryRun, logger, signal, task, user } = ctx;
  try {
    await work({
      dryRun: isDryRun === true || input.dryRun === true,
      origin: {
        ...(user?.ref && { [CREATED_BY]: user.ref }),
        [MADE_BY_TASK]: task.id,
      },
      signal,
      log: line => logger.info(line),
    });
  } catch (error) {
    throw plainError(error, signal);
  }
}

/**
 * Takes the stack trace off an error that says all there is to say: the scaffolder writes `error.stack` into
 * the task log, where a person looks for a sentence. Surprises keep theirs.
 */
function plainError(error: unknown, signal: AbortSignal | undefined): unknown {
  const told =
    signal?.aborted && isError(error) && error.name === 'AbortError'
      ? new StepFailedError('The task was cancelled.', error)
      : error;
  if (told instanceof CustomErrorBase && !(told instanceof ForwardedError)) {
    told.stack = `${told.name}: ${told.message}`;
  }
  return told;
}
