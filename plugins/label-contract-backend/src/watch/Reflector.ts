import { WatchState } from '@portal-operations/plugin-label-contract-common';
import {
  ClusterRequest,
  ClusterResponse,
} from '@portal-operations/plugin-label-contract-node';
import {
  AuthenticationError,
  CustomErrorBase,
  isError,
} from '@backstage/errors';
import { text as readText } from 'node:stream/consumers';
import { backoffMs, refusedRetryMs } from './backoff';
import { Clock } from './Clock';
import { failureOfAnswer } from './failureOfAnswer';
import { jsonText } from './jsonField';
import { ListPage, parseListPage } from './parseListPage';
import { parseWatchLine } from './parseWatchLine';
import { readLines } from './readLines';
import { Turns } from './Turns';
import { WatchedResource } from './watchedKinds';
import { WatchCure, WatchFailure } from './WatchFailure';
import { initialWatchState, nextWatchState, WatchEvent } from './watchState';

/** Objects of one answer; keeps the memory of both sides small. */
const PAGE_SIZE = 500;
/**
 * Seconds that the API server is asked to keep a watch open: from 240 up to 290, so that many watches
 * do not end together. A bound is needed because a proxy on the way may not notice that we left.
 */
const WATCH_SECONDS = { least: 240, spread: 50 };
/**
 * How long a connection may be quiet. Bookmarks come every minute, but only where etcd reports its
 * progress often; else a kind that nobody changes is quiet for as long as its watch lives (seen with
 * Kubernetes 1.36). So silence is no failure of a watch: it is opened anew, and the answer to that
 * tells whether the cluster is still there.
 */
const QUIET_LIMIT_MS = 75_000;
/** A watch that ends sooner than this counts as a failure, else it would be reopened in a tight loop. */
const SHORTEST_WATCH_MS = 1_000;

/** Where the objects of one kind on one cluster go. */
export interface ReflectorSink<Item> {
  /** These are all there are: whatever else is known is gone. */
  replaceAll(items: readonly Item[]): void;
  put(item: Item): void;
  remove(uid: string): void;
  setState(state: WatchState): void;
  /** An object was left out because it could not be understood; `reason` names what was wrong. */
  skipped(reason: string): void;
}

/** What a {@link Reflector} needs. */
export interface ReflectorOptions<Item> {
  readonly cluster: string;
  readonly resource: WatchedResource;
  /** Sends one request to the cluster, with a fresh credential. */
  request(request: ClusterRequest): Promise<ClusterResponse>;
  /** Keeps what matters of an object; throws for one that it does not understand. */
  parse(object: unknown): Item;
  readonly sink: ReflectorSink<Item>;
  /** Lists only in turn with others of the same cluster: a list is large, a watch is not. */
  readonly lists: Turns;
  readonly clock: Clock;
  /** A number from 0 up to 1. */
  random(): number;
}

/**
 * Mirrors one kind of one cluster into a sink: lists it in pages, watches from there, and takes the
 * watch up again where it broke off. It never gives up, whatever the cluster does, and what it cannot
 * read is a state and not an error.
 */
export class Reflector<Item> {
  readonly #options: ReflectorOptions<Item>;
  #state = initialWatchState;
  #failures = 0;
  /** Where the next watch starts; undefined as long as a list is needed first. */
  #resourceVersion: string | undefined;

  constructor(options: ReflectorOptions<Item>) {
    this.#options = options;
  }

  /** Runs until the signal is aborted, and resolves then. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        if (this.#resourceVersion === undefined) {
          this.#resourceVersion = await this.#options.lists.take(() =>
            this.#list(signal),
          );
        }
        await this.#watch(this.#resourceVersion, signal);
      } catch (error) {
        if (!signal.aborted) {
          await this.#recover(
            asFailure(error, `Mirroring ${this.#subject()}`),
            signal,
          );
        }
      }
    }
  }

  async #list(signal: AbortSignal): Promise<string> {
    const { clock, sink } = this.#options;
    signal.throwIfAborted();
    // What comes back is at least as new as the moment of the question, but not as that of the answer.
    const askedAt = clock.now();

    const items: Item[] = [];
    let page: ListPage | undefined;
    do {
      page = await this.#listPage(page?.continueToken, signal);
      for (const object of page.items) {
        items.push(...this.#understand(object));
      }
    } while (page.continueToken !== undefined);

    sink.replaceAll(items);
    this.#enter({ kind: 'heard', at: askedAt });
    return page.resourceVersion;
  }

  #listPage(
    continueToken: string | undefined,
    signal: AbortSignal,
  ): Promise<ListPage> {
    // No resourceVersion: the API server ignores the limit for 0, and any other may be too old.
    return this.#ask({
      asked: `Listing ${this.#subject()}`,
      query: { limit: PAGE_SIZE, continue: continueToken },
      signal,
      cureOfSilence: () => 'resume',
      read: async body => parseListPage(await readText(body)),
    });
  }

  #watch(resourceVersion: string, signal: AbortSignal): Promise<void> {
    const { clock, random } = this.#options;
    const asked = `Watching ${this.#subject()}`;
    let isOpen = false;

    return this.#ask({
      asked,
      query: {
        watch: true,
        allowWatchBookmarks: true,
        resourceVersion,
        timeoutSeconds:
          WATCH_SECONDS.least + Math.round(WATCH_SECONDS.spread * random()),
      },
      signal,
      cureOfSilence: () => (isOpen ? 'ask-again' : 'resume'),
      read: async body => {
        isOpen = true;
        const openedAt = clock.elapsedMs();
        const isShort = () => clock.elapsedMs() - openedAt < SHORTEST_WATCH_MS;

        this.#enter({ kind: 'heard', at: clock.now() });
        try {
          for await (const line of readLines(body)) {
            this.#takeLine(line, asked);
          }
        } finally {
          this.#failures = isShort() ? this.#failures : 0;
        }
        if (isShort()) {
          throw new Error('the cluster ended it at once');
        }
      },
    });
  }

  #takeLine(text: string, asked: string): void {
    const { clock, sink } = this.#options;
    const line = parseLine(text, asked);

    if (line.kind === 'error') {
      const { problem } = failureOfAnswer({ asked, ...line });
      throw new WatchFailure({ problem, cure: 'relist' });
    }
    if (line.kind === 'put') {
      this.#understand(line.object).forEach(item => sink.put(item));
    }
    if (line.kind === 'remove') {
      if (line.uid === undefined) {
        sink.skipped('a deleted object without metadata.uid');
      } else {
        sink.remove(line.uid);
      }
    }
    this.#resourceVersion = line.resourceVersion ?? this.#resourceVersion;
    this.#failures = 0;
    this.#enter({ kind: 'heard', at: clock.now() });
  }

  /** The object as an array of one; empty where it is not understood. */
  #understand(object: unknown): Item[] {
    const { parse, sink } = this.#options;
    try {
      return [parse(object)];
    } catch (error) {
      sink.skipped(messageOf(error));
      return [];
    }
  }

  /** Sends a request and reads its answer; ends both when nothing is heard for too long. */
  async #ask<Answer>(options: {
    asked: string;
    query: ClusterRequest['query'];
    signal: AbortSignal;
    cureOfSilence(): WatchCure;
    read(body: AsyncIterable<Uint8Array>): Promise<Answer>;
  }): Promise<Answer> {
    const { resource, clock, request } = this.#options;
    const { asked, query, signal, cureOfSilence, read } = options;

    // Not AbortSignal.any: the outer signal lives as long as the process, and this listener must not.
    const attempt = new AbortController();
    const giveUp = () => attempt.abort(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });

    let heardAt = clock.elapsedMs();
    const watchdog = async () => {
      while (!attempt.signal.aborted) {
        const quietMs = clock.elapsedMs() - heardAt;
        if (quietMs >= QUIET_LIMIT_MS) {
          attempt.abort(silence(asked, cureOfSilence()));
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
        path: resource.path,
        query,
        // A proxy that compresses would hold events back until a block is full.
        headers: { 'Accept-Encoding': 'identity' },
        signal: attempt.signal,
      });
      heardAt = clock.elapsedMs();
      const body = hearing(response.body);
      if (response.status !== 200) {
        const words = wordsOfStatus(await readText(body));
        throw failureOfAnswer({ asked, status: response.status, words });
      }
      return await read(body);
    } catch (error) {
      throw attempt.signal.aborted
        ? attempt.signal.reason
        : asFailure(error, asked);
    } finally {
      signal.removeEventListener('abort', giveUp);
      attempt.abort();
      await watching;
    }
  }

  async #recover(failure: WatchFailure, signal: AbortSignal): Promise<void> {
    const { clock, random } = this.#options;
    if (failure.cure === 'ask-again') {
      return;
    }
    this.#failures += 1;

    if (failure.cure === 'relist') {
      this.#resourceVersion = undefined;
      // A resource version grows too old in ordinary life; only a second time in a row is a problem.
      if (this.#failures === 1) {
        return;
      }
    }

    this.#enter({ kind: 'failed', at: clock.now(), problem: failure.problem });
    const backoff = { failures: this.#failures, random: random() };
    const pauseMs =
      failure.cure === 'wait' ? refusedRetryMs(backoff) : backoffMs(backoff);
    await clock.sleep(pauseMs, signal);
  }

  #enter(event: WatchEvent): void {
    this.#state = nextWatchState(this.#state, event);
    this.#options.sink.setState(this.#state);
  }

  #subject(): string {
    const { cluster, resource } = this.#options;
    return `${resource.plural} on cluster '${cluster}'`;
  }
}

function parseLine(text: string, asked: string) {
  try {
    return parseWatchLine(text);
  } catch (error) {
    throw new WatchFailure({
      problem: {
        reason: 'unreachable',
        message: `${asked} brought a line that is no event (${messageOf(
          error,
        )}); it is listed again`,
      },
      cure: 'relist',
    });
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

function asFailure(error: unknown, asked: string): WatchFailure {
  if (error instanceof WatchFailure) {
    return error;
  }
  return new WatchFailure({
    problem: {
      reason:
        error instanceof AuthenticationError ? 'unauthorized' : 'unreachable',
      // Our own errors say the whole; that of a broken connection is a word such as "aborted".
      message:
        error instanceof CustomErrorBase
          ? error.message
          : `${asked} broke off: ${messageOf(error)}`,
    },
    cure: 'resume',
  });
}

function messageOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}
