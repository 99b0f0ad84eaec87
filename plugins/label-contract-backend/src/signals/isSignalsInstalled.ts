import { DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';

/** Longest time for an answer. */
const LIMIT_MS = 10_000;

/**
 * Whether the signals plugin runs. Its service can be asked to publish in any case: where nobody hands signals on, each
 * is still sent to the events plugin, which looks in its database for whom to tell.
 *
 * @throws Error where it cannot be told, as while the backend starts.
 */
export async function isSignalsInstalled(options: {
  discovery: DiscoveryService;
  signal: AbortSignal;
}): Promise<boolean> {
  const { discovery, signal } = options;
  const response = await fetch(
    `${await discovery.getBaseUrl('signals')}/health`,
    { signal: AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]) },
  );
  if (!response.ok && response.status !== 404) {
    throw await ResponseError.fromResponse(response);
  }
  await response.body?.cancel();
  return response.ok;
}
