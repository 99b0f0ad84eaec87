import {
  ClusterRequest,
  ClusterResponse,
} from '@portal-operations/plugin-label-contract-node';
import { text as readText } from 'node:stream/consumers';
import { askCluster, ClusterQuestion } from './askCluster';
import { backoffMs, isStillStarting, refusedRetryMs } from './backoff';
import { Clock } from './Clock';
import { Discovery } from './Discovery';
import { failureOfError, messageOf } from './failureOfError';
import { failureOfAnswer } from './failureOfAnswer';
import { parseListPage } from './parseListPage';
import { parseWatchLine } from './parseWatchLine';
import { pathOfResource } from './pathOfResource';
import { readLines } from './readLines';
import { ReflectorSink } from './ReflectorSink';
import { ServedKind } from './ServedKind';
import { Turns } from './Turns';
import { WatchedResource } from './watchedKinds';
import { WatchFailure } from './WatchFailure';
import { endingOfFailure, WatchObserver } from './WatchObserver';
import { initialWatchState, nextWatchState, WatchEvent } from './watchState';

/** Objects of one answer; keeps the memory of both sides small. */
const PAGE_SIZE = 500;
/**
 * Seconds that the API server is asked to keep a watch open: from 240 up to 290, so that many watches
 * do not end together. A bound is needed because a proxy on the way may not notice that we left.
 */
const WATCH_SECONDS = { least: 240, spread: 50 };
/** A watch that ends sooner than this counts as a failure, else it would be reopened in a tight loop. */
const SHORTEST_WATCH_MS = 1_000;

/** What a {@link Reflector} needs. */
export interface ReflectorOptions<Item> {
  readonly cluster: string;
  readonly resource: WatchedResource;
  /** Only what lives in this namespace; or, of a kind that lives in none, only the one of that name. */
  readonly namespace?: string;
  /** Sends one request to the cluster, with a fresh credential. */
  request(request: ClusterRequest): Promise<ClusterResponse>;
  /** Keeps what matters of an object; throws for one that it does not understand. */
  parse(object: unknown): Item;
  readonly sink: ReflectorSink<Item>;
  /** Tells why a kind is refused. */
  readonly discovery: Discovery;
  /** Lists only in turn with others of the same cluster: a list is large, a watch is not. */
  readonly lists: Turns;
  /** Reads a page only in turn with those of all clusters: it is whole in memory for a moment. */
  readonly pages: Turns;
  readonly clock: Clock;
  /** A number from 0 up to 1. */
  random(): number;
  readonly observer?: WatchObserver;
}

/**
 * Mirrors one kind of one cluster into a sink: lists it in pages, watches from there, and takes the
 * watch up again where it broke off. It never gives up, whatever the cluster does, and what it cannot
 * read is a state and not an error.
 */
export class Reflector<Item> {
  readonly #options: ReflectorOptions<Item>;
  #state = initialWatchState;
  /** In a row, of any sort. */
  #failures = 0;
  /** In a row, of those that are refusals alone. */
  #refusals = 0;
  readonly #kind: ServedKind;
  /** True while the sink may hold something. */
  #hasItems = false;
  /** Where the next watch starts; undefined as long as a list is needed first. */
  #resourceVersion: string | undefined;
  /** When the piece of the watch arrived of which the lines are taken, in milliseconds of the clock. */
  #arrivedMs = 0;

  constructor(options: ReflectorOptions<Item>) {
    this.#options = options;
    this.#kind = new ServedKind(options);
  }

  /** Runs until the signal is aborted, and resolves then. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        if (this.#kind.isAbsent) {
          await this.#kind.lookAgain(isStillStarting(this.#refusals));
        }
        if (this.#resourceVersion === undefined) {
          this.#resourceVersion = await this.#options.lists.take(() =>
            this.#list(signal),
          );
        }
        await this.#watch(this.#resourceVersion, signal);
        this.#options.observer?.ended('ended');
      } catch (error) {
        if (!signal.aborted) {
          const failure = failureOfError(error, `Mirroring ${this.#subject()}`);
          const explained = await this.#kind.explain(
            failure,
            isStillStarting(this.#refusals),
          );
          await this.#recover(explained, signal);
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
    // Of a page only this is kept: the next one may be long in coming, and the objects are large.
    let { continueToken, resourceVersion } = await this.#listPage({
      items,
      signal,
    });
    while (continueToken !== undefined) {
      ({ continueToken, resourceVersion } = await this.#listPage({
        items,
        continueToken,
        signal,
      }));
    }

    sink.replaceAll(items);
    this.#hasItems = true;
    this.#enter({ kind: 'heard', at: askedAt });
    return resourceVersion;
  }

  /** Adds what is on a page to the items, and says where the next one starts. */
  #listPage(options: {
    items: Item[];
    continueToken?: string;
    signal: AbortSignal;
  }): Promise<{ continueToken?: string; resourceVersion: string }> {
    const { items, continueToken, signal } = options;
    // No resourceVersion: the API server ignores the limit for 0, and any other may be too old.
    return this.#ask({
      asked: `Listing ${this.#subject()}`,
      query: { limit: PAGE_SIZE, continue: continueToken },
      signal,
      turns: this.#options.pages,
      read: async body => {
        const page = parseListPage(await readText(body));
        for (const object of page.items) {
          items.push(...this.#understand(object));
        }
        return {
          continueToken: page.continueToken,
          resourceVersion: page.resourceVersion,
        };
      },
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
          for await (const line of readLines(this.#arriving(body))) {
            this.#takeLine(line, asked);
          }
        } finally {
          if (!isShort()) {
            this.#forgetFailures();
          }
        }
        if (isShort()) {
          throw new Error('the cluster ended it at once');
        }
      },
    });
  }

  async *#arriving(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    for await (const piece of body) {
      this.#arrivedMs = this.#options.clock.elapsedMs();
      yield piece;
    }
  }

  #takeLine(text: string, asked: string): void {
    const { clock, sink, observer } = this.#options;
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
    if (line.kind === 'put' || line.kind === 'remove') {
      observer?.delivered((clock.elapsedMs() - this.#arrivedMs) / 1000);
    }
    this.#resourceVersion = line.resourceVersion ?? this.#resourceVersion;
    this.#forgetFailures();
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

  #ask<Answer>(
    question: Omit<ClusterQuestion<Answer>, 'path' | 'request' | 'clock'>,
  ): Promise<Answer> {
    const { request, clock, namespace } = this.#options;
    const { resource } = this.#kind;
    const isByName = resource.isClusterWide && namespace !== undefined;
    return askCluster({
      ...question,
      path: pathOfResource(resource, isByName ? undefined : namespace),
      query: {
        ...question.query,
        ...(isByName && { fieldSelector: `metadata.name=${namespace}` }),
      },
      request,
      clock,
    });
  }

  async #recover(failure: WatchFailure, signal: AbortSignal): Promise<void> {
    const { clock, random, sink, observer } = this.#options;
    const isMissedByNobody =
      this.#kind.resource.isDispensable === true &&
      failure.problem.reason === 'forbidden';
    // Refusals are counted so that somebody may be woken by them.
    if (!isMissedByNobody) {
      observer?.ended(endingOfFailure(failure));
    }
    if (failure.cure === 'ask-again') {
      return;
    }
    this.#failures += 1;
    // An API server that was away and comes back refuses at first, however long it was away.
    this.#refusals = failure.cure === 'wait' ? this.#refusals + 1 : 0;

    if (failure.cure === 'relist') {
      this.#resourceVersion = undefined;
      // A resource version grows too old in ordinary life; only a second time in a row is a problem.
      if (this.#failures === 1) {
        return;
      }
    }
    if (
      isMissedByNobody ||
      (this.#kind.isAbsent && failure.problem.reason === 'not-served')
    ) {
      // What comes back under that name is another kind, with other versions.
      this.#resourceVersion = undefined;
      // An API server that starts may not know all its kinds yet; later, it is believed.
      if (this.#hasItems && !isStillStarting(this.#refusals)) {
        sink.replaceAll([]);
        this.#hasItems = false;
      }
    }

    const pauseMs =
      failure.cure === 'wait'
        ? refusedRetryMs({ failures: this.#refusals, random: random() })
        : backoffMs({ failures: this.#failures, random: random() });
    const at = clock.now();
    const nextTryAt = new Date(at.getTime() + pauseMs).toISOString();
    this.#enter({
      kind: 'failed',
      at,
      problem: { ...failure.problem, nextTryAt },
    });
    await clock.sleep(pauseMs, signal);
  }

  #forgetFailures(): void {
    this.#failures = 0;
    this.#refusals = 0;
  }

  #enter(event: WatchEvent): void {
    this.#state = nextWatchState(this.#state, event);
    this.#options.sink.setState(this.#state);
  }

  #subject(): string {
    const { cluster, namespace } = this.#options;
    const place = namespace === undefined ? '' : ` in namespace '${namespace}'`;
    return `${this.#kind.resource.plural}${place} on cluster '${cluster}'`;
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
