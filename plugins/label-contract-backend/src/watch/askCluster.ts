import {
  ClusterRequest,
  ClusterResponse,
} from '@portal-operations/plugin-label-contract-node';
import { text as readText } from 'node:stream/consumers';
import { Clock } from './Clock';
import { failureOfAnswer } from './failureOfAnswer';
import { failureOfError } from './failureOfError';
import { jsonText } from './jsonField';
import { Turns } from './Turns';
import { WatchCure, WatchFailure } from './WatchFailure';

/**
 * How long a connection may be quiet. Bookmarks come every minute, but only where etcd reports its
 * progress often; else a kind that nobody changes is quiet for as long as its watch lives (seen with
 * Kubernetes 1.36). So silence is no failure of a watch: it is opened anew, and the answer to that
 * tells whether the cluster is still there.
 */
const QUIET_LIMIT_MS = 75_000;

/** One request to a cluster, and how its answer is read. */
export interface ClusterQuestion<Answer> {
  /** What is done, for messages, such as `Listing pods on cluster 'prod-1'`. */
  readonly asked: string;
  readonly path: string;
  readonly query?: ClusterRequest['query'];
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Sends one request to the cluster, with a fresh credential. */
  request(request: ClusterRequest): Promise<ClusterResponse>;
  /** What to do about silence; to ask again soon where absent. */
  cureOfSilence?(): WatchCure;
  /** The answer is read only in turn with others; at once where absent. */
  readonly turns?: Turns;
  read(body: AsyncIterable<Uint8Array>): Promise<Answer>;
}

/**
 * Sends a request and reads its answer; ends both when nothing is heard for too long.
 *
 * @throws WatchFailure for every failure, and the reason of the signal when that is aborted.
 */
export async function askCluster<Answer>(
  question: ClusterQuestion<Answer>,
): Promise<Answer> {
  const { asked, path, query, signal, clock, request, turns } = question;

  // Not AbortSignal.any: the outer signal lives as long as the process, and this listener must not.
  const attempt = new AbortController();
  const giveUp = () => attempt.abort(signal.reason);
  signal.addEventListener('abort', giveUp, { once: true });
  if (signal.aborted) {
    giveUp();
  }

  let heardAt = clock.elapsedMs();
  let isInTurn = true;
  const watchdog = async () => {
    while (!attempt.signal.aborted) {
      const quietMs = isInTurn ? clock.elapsedMs() - heardAt : 0;
      if (quietMs >= QUIET_LIMIT_MS) {
        attempt.abort(silence(asked, question.cureOfSilence?.() ?? 'resume'));
        return;
      }
      await clock.sleep(QUIET_LIMIT_MS - quietMs, attempt.signal);
    }
  };
  async function* hearing(body: AsyncIterable<Uint8Array>) {
    for await (const chunk of body) {
      heardAt = clock.elapsedMs();
      yield chunk;
    }
  }

  const watching = watchdog();
  try {
    const response = await request({
      path,
      query,
      // A proxy that compresses would hold events back until a block is full.
      headers: { 'Accept-Encoding': 'identity' },
      signal: attempt.signal,
    });
    const readAnswer = async () => {
      heardAt = clock.elapsedMs();
      isInTurn = true;
      const body = hearing(response.body);
      if (response.status !== 200) {
        const words = wordsOfStatus(await readText(body));
        throw failureOfAnswer({ asked, status: response.status, words });
      }
      return await question.read(body);
    };
    if (!turns) {
      return await readAnswer();
    }
    // The silence of a cluster that is not listened to is not its own.
    isInTurn = false;
    return await turns.take(readAnswer);
  } catch (error) {
    throw attempt.signal.aborted
      ? attempt.signal.reason
      : failureOfError(error, asked);
  } finally {
    signal.removeEventListener('abort', giveUp);
    attempt.abort();
    await watching;
  }
}

function silence(asked: string, cure: WatchCure): WatchFailure {
  return new WatchFailure({
    problem: {
      reason: 'unreachable',
      message: `${asked} brought nothing for ${
        QUIET_LIMIT_MS / 1000
      } s; it is tried again`,
    },
    cure,
  });
}

/** The message of a `Status`; undefined for whatever else answered, such as a gateway's page. */
function wordsOfStatus(body: string): string | undefined {
  try {
    return jsonText(JSON.parse(body), 'message');
  } catch {
    return undefined;
  }
}
