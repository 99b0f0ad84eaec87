import { RefusedError } from '../refusal/Refusal';
import { AnsweredError } from './ClusterClient';
import { REQUEST_TIMEOUT_MS } from './clusterConfiguration';
import type { KubernetesClient } from './loadKubernetesClient';
import { refusalOfAnswer } from './refusalOfAnswer';

/**
 * Sends a request, unless the task was cancelled.
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
  return async request => {
    if (signal?.aborted) {
      throw new RefusedError({ kind: 'cancelled' });
    }
    try {
      return await request();
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
