import { ServiceUnavailableError } from '@backstage/errors';
import { PassThrough, pipeline } from 'node:stream';
import { ClusterResponse } from './ClusterRequest';

/** After this time without headers it is asked whether the cluster is there at all. */
const PATIENCE_MS = 2_000;

/**
 * Opens a watch through the proxy of the Kubernetes plugin, which keeps even the headers back until the
 * first event, so that a watch on which nothing happens looks like a cluster that is silent. A refusal
 * comes at once. So where nothing comes, something small is asked: with an answer to that the watch counts
 * as open, and its events come when they come.
 *
 * @param options - `open`: sends the watch, and ends it with the signal. `probe`: asks something that the
 * cluster answers at once.
 * @throws whatever `open` or `probe` throws first.
 */
export async function quietWatch(options: {
  open(signal: AbortSignal): Promise<ClusterResponse>;
  probe(): Promise<void>;
}): Promise<ClusterResponse> {
  const { open, probe } = options;
  const attempt = new AbortController();
  const opening = open(attempt.signal);

  const isHere = await settlesWithin(opening, PATIENCE_MS);
  if (isHere) {
    return opening;
  }
  try {
    const answered = await Promise.race([opening, probe()]);
    return answered ?? lateAnswer(opening, attempt);
  } catch (error) {
    attempt.abort(error);
    throw error;
  }
}

/** The answer that is still to come, as one that is here. */
function lateAnswer(
  opening: Promise<ClusterResponse>,
  attempt: AbortController,
): ClusterResponse {
  const body = new PassThrough();
  // Whoever reads is told; that nobody reads is no reason to end the process.
  body.on('error', () => undefined);
  body.once('close', () => attempt.abort());
  opening.then(
    ({ status, body: late }) => {
      if (status === 200) {
        pipeline(late, body, () => undefined);
        return;
      }
      late.destroy();
      body.destroy(
        new ServiceUnavailableError(
          `The watch was refused late, with ${status}`,
        ),
      );
    },
    error => body.destroy(error),
  );
  return { status: 200, headers: {}, body };
}

/** Whether a promise is settled in time, in one way or the other. */
function settlesWithin(
  promise: Promise<unknown>,
  milliseconds: number,
): Promise<boolean> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(false), milliseconds);
    const settled = () => {
      clearTimeout(timer);
      resolve(true);
    };
    promise.then(settled, settled);
  });
}
