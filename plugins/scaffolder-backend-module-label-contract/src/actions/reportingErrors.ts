import { CustomErrorBase, ForwardedError } from '@backstage/errors';

/**
 * Runs a step, and takes the stack trace off an error that says all there is to say: the scaffolder
 * writes `error.stack` into the task log, where a person looks for a sentence. Surprises keep theirs.
 */
export async function reportingErrors(
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (
      error instanceof CustomErrorBase &&
      !(error instanceof ForwardedError)
    ) {
      error.stack = `${error.name}: ${error.message}`;
    }
    throw error;
  }
}
