import { setTimeout as wait } from 'node:timers/promises';
import { RefusedError } from '../refusal/Refusal';
import { AnsweredError } from './ClusterClient';
import { REQUEST_TIMEOUT_MS } from './clusterConfiguration';
import type { KubernetesClient } from './loadKubernetesClient';
import { refusalOfAnswer } from './refusalOfAnswer';
import { retryAfterOf } from './retryAfterOf';

/** How often a request is sent again at most, where the API server asks for it. As many as client-go's. */
const RETRIES = 10;

/**
 * Sends a request, unless the task was cancelled. Where the API server is too busy and says when to come again,
 * the request is sent again then.
 *
 * @throws AnsweredError when the API server says no, RefusedError (`unreachable`, `cancelled`) when there is no answer.
 */
export type Send = <T>(request: () => Promise<T>) => Promise<T>;

/** Turns what the client library throws into what a {@link Send} throws. */
export function requestSender(options: {
  kubernetes: KubernetesClient;
  /** Refuses any further request. */
  signal?: AbortSignal;
}): Send {
  const { kubernetes, signal } = options;

  async function sendAgain<T>(
    request: () => Promise<T>,
    retries: number,
  ): Promise<T> {
    try {
      return await request();
    } catch (error) {
      const pause =
        error instanceof kubernetes.ApiException
          ? retryAfterOf({ status: error.code, headers: error.headers })
          : undefined;
      if (pause === undefined || retries === 0) {
        throw error;
      }
      await wait(pause, undefined, { signal });
    }
    return sendAgain(request, retries - 1);
  }

  return async request => {
    if (signal?.aborted) {
      throw new RefusedError({ kind: 'cancelled' });
    }
    try {
      return await sendAgain(request, RETRIES);
    } catch (error) {
      if (signal?.aborted) {
        throw new RefusedError({ kind: 'cancelled' });
      }
      if (error instanceof kubernetes.ApiException) {
        throw new AnsweredError(
          refusalOfAnswer({ status: error.code, body: error.body }),
        );
      }
      if (error instanceof kubernetes.AbortError) {
        throw new RefusedError({
          kind: 'unreachable',
          message: `no answer within ${REQUEST_TIMEOUT_MS / 1000} seconds`,
        });
      }
      if (error instanceof kubernetes.FetchError) {
        throw new RefusedError({ kind: 'unreachable', message: error.message });
      }
      throw error;
    }
  };
}
