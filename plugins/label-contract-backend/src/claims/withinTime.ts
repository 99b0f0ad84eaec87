import { ServiceUnavailableError } from '@backstage/errors';

/** Resolves after so many milliseconds, or at once when the signal is aborted; never rejects. */
export type Sleep = (
  milliseconds: number,
  signal: AbortSignal,
) => Promise<void>;

/**
 * The answer to a request, or an error if it takes too long. The request itself goes on, as not every
 * client can be told to stop; its answer is thrown away.
 *
 * @throws ServiceUnavailableError when the time is over.
 */
export async function withinTime<Answer>(
  answer: Promise<Answer>,
  options: {
    milliseconds: number;
    /** Who is asked, such as `The catalog`. */
    whom: string;
    sleep: Sleep;
    /** Ends the waiting early. */
    signal?: AbortSignal;
  },
): Promise<Answer> {
  const { milliseconds, whom, sleep, signal } = options;
  const answered = new AbortController();
  const ended = signal
    ? AbortSignal.any([signal, answered.signal])
    : answered.signal;
  const tooLate = async (): Promise<never> => {
    await sleep(milliseconds, ended);
    throw new ServiceUnavailableError(
      `${whom} did not answer within ${milliseconds / 1000} s`,
    );
  };
  try {
    return await Promise.race([answer, tooLate()]);
  } finally {
    answered.abort();
  }
}
