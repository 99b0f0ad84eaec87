import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  ContainerFacts,
  EventFacts,
  Facts,
  PodFacts,
  TroubleFacts,
} from '@portal-operations/plugin-label-contract-common';
import {
  ClusterRequest,
  ClusterResponse,
} from '@portal-operations/plugin-label-contract-node';
import { text as readText } from 'node:stream/consumers';
import { JsonNode } from '../facts/JsonNode';
import { factsFromEvents } from './factsFromEvents';
import { linesOfLog, MOST_LINES } from './linesOfLog';
import { TroubleSign, troubleSignOf } from './troubleSignOf';

/** How often everything is looked through for trouble. */
const SWEEP_MS = 10_000;
/** Objects of one cluster that are read in one sweep: when a whole cluster crashes, it has other sorrows. */
const MOST_READS = 20;
/** Objects of one cluster of which something is kept. */
const MOST_KEPT = 500;
/** A container that crashes again is not read again before this. */
const LOG_REREAD_MS = 5 * 60_000;
/** An object that stays in trouble: the Event that says why may come late. */
const EVENT_REREAD_MS = 60_000;
/** Rights are given by hand: it is of no use to ask for them all the time. */
const REFUSED_MS = 10 * 60_000;
/** Longest time for one request, its answer included. */
const REQUEST_LIMIT_MS = 10_000;
/** Bytes of a log that are asked for: more than enough for the lines that are kept. */
const LOG_BYTES = 64 * 1024;
/** Events of one object that are asked for. */
const EVENTS_LIMIT = 100;

/** What may be refused to us, in the words of RBAC. */
type Resource = 'pods' | 'pods/log' | 'events';

/** The facts to look through, and where goes what is read. */
export interface TroubleIndex {
  all(): Iterable<Facts>;
  setTrouble(
    object: { readonly cluster: string; readonly uid: string },
    trouble: TroubleFacts,
  ): void;
}

/** What a {@link TroubleReader} needs. */
export interface TroubleReaderOptions {
  readonly index: TroubleIndex;
  /** Sends one request to a cluster, with a fresh credential. */
  request(cluster: string, request: ClusterRequest): Promise<ClusterResponse>;
  readonly isIgnoredNamespace: (namespace: string) => boolean;
  readonly now: () => Date;
  /** Resolves early, and never rejects, when the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly logger: LoggerService;
}

interface Reading {
  readonly at: number;
  readonly version: string;
}

interface Case {
  readonly facts: Facts;
  readonly sign: TroubleSign;
}

/**
 * Reads once what an object in trouble says of it where no watch brings it: the last lines of a container
 * that crashed, and the Events of an object that waits. In the background, a few at a time, and never
 * on a page view. What is read is masked before it is kept, and forgotten with its object.
 */
export class TroubleReader {
  readonly #options: TroubleReaderOptions;
  /** By cluster and uid; only of objects that are still in trouble. */
  #readings = new Map<string, Reading>();
  /** By cluster and resource: when to ask again for what was refused. */
  readonly #refusals = new Map<string, number>();

  constructor(options: TroubleReaderOptions) {
    this.#options = options;
  }

  /** Runs until the signal is aborted, and resolves then. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#sweep(signal);
      await this.#options.sleep(SWEEP_MS, signal);
    }
  }

  async #sweep(signal: AbortSignal): Promise<void> {
    const { index, isIgnoredNamespace, now } = this.#options;
    const moment = now();
    const readings = new Map<string, Reading>();
    const due = new Map<string, Case[]>();
    const known = new Map<string, number>();

    for (const facts of index.all()) {
      const sign = isIgnoredNamespace(facts.namespace)
        ? undefined
        : troubleSignOf(facts, moment);
      if (!sign) {
        continue;
      }
      const { cluster } = facts;
      const reading = this.#readings.get(keyOf(facts));
      if (reading) {
        readings.set(keyOf(facts), reading);
        known.set(cluster, (known.get(cluster) ?? 0) + 1);
      }
      if (isDue(sign, reading, moment)) {
        due.set(cluster, [...(due.get(cluster) ?? []), { facts, sign }]);
      }
    }
    this.#readings = readings;

    await Promise.all(
      [...due].map(([cluster, cases]) => {
        const room = Math.max(0, MOST_KEPT - (known.get(cluster) ?? 0));
        const again = cases.filter(({ facts }) => readings.has(keyOf(facts)));
        const anew = cases.filter(({ facts }) => !readings.has(keyOf(facts)));
        return this.#readAll(
          [...anew.slice(0, room), ...again].slice(0, MOST_READS),
          signal,
        );
      }),
    );
  }

  /** Reads one after the other on one cluster, and gives up at the first that the cluster leaves without an answer. */
  async #readAll(cases: readonly Case[], signal: AbortSignal): Promise<void> {
    const { index, now, logger } = this.#options;
    for (const { facts, sign } of cases) {
      if (signal.aborted) {
        return;
      }
      try {
        const trouble = await this.#read(facts, sign, signal);
        if (trouble) {
          index.setTrouble(facts, trouble);
        }
      } catch (error) {
        // That a cluster does not answer is told by its watches.
        logger.debug(
          `What is wrong with ${facts.kind} ${facts.namespace}/${facts.name} on cluster '${facts.cluster}' could not be read: ${error}`,
        );
        if (!isNotUnderstood(error)) {
          return;
        }
        // An answer that makes no sense counts as one: it must not keep the others waiting for ever.
      }
      this.#readings.set(keyOf(facts), {
        at: now().getTime(),
        version: sign.version,
      });
    }
  }

  /** Undefined where nothing could be read. */
  async #read(
    facts: Facts,
    sign: TroubleSign,
    signal: AbortSignal,
  ): Promise<TroubleFacts | undefined> {
    if (sign.isToldByEvents) {
      const events = await this.#eventsOf(facts, signal);
      return events && { events, logLines: {} };
    }
    if (facts.kind !== 'Pod') {
      return undefined;
    }
    const logLines = await this.#logLinesOf(facts, sign.containers, signal);
    return Object.keys(logLines).length > 0
      ? { events: [], logLines }
      : undefined;
  }

  async #eventsOf(
    facts: Facts,
    signal: AbortSignal,
  ): Promise<EventFacts[] | undefined> {
    const body = await this.#get({
      cluster: facts.cluster,
      resource: 'events',
      path: `${pathOf(facts.namespace)}/events`,
      query: {
        fieldSelector: `involvedObject.uid=${facts.uid}`,
        limit: EVENTS_LIMIT,
      },
      signal,
    });
    return body === undefined ? undefined : factsFromEvents(JSON.parse(body));
  }

  async #logLinesOf(
    pod: PodFacts,
    containers: readonly ContainerFacts[],
    signal: AbortSignal,
  ): Promise<Record<string, string[]>> {
    const messages = await this.#lastWordsOf(pod, signal);
    const logLines: Record<string, string[]> = {};
    for (const container of messages ? containers : []) {
      const text =
        messages?.get(container.name) ??
        (await this.#logOf(pod, container, signal));
      if (text !== undefined) {
        logLines[container.name] = linesOfLog(text);
      }
    }
    return logLines;
  }

  /**
   * What containers left behind as `terminated.message`, by name; undefined where the pod is gone. The pod
   * is asked for anew because a StatefulSet gives its name to the next one, whose log would be read else.
   */
  async #lastWordsOf(
    pod: PodFacts,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, string> | undefined> {
    const body = await this.#get({
      cluster: pod.cluster,
      resource: 'pods',
      path: `${pathOf(pod.namespace)}/pods/${pod.name}`,
      signal,
    });
    const found = new JsonNode(
      body === undefined ? undefined : JSON.parse(body),
    );
    if (found.at('metadata', 'uid').optionalText() !== pod.uid) {
      return undefined;
    }
    return new Map(
      ['initContainerStatuses', 'containerStatuses']
        .flatMap(field => found.at('status', field).items())
        .flatMap((status): [string, string][] => {
          const message =
            status.at('state', 'terminated', 'message').optionalText() ??
            status.at('lastState', 'terminated', 'message').optionalText();
          return message?.trim() ? [[status.at('name').text(), message]] : [];
        }),
    );
  }

  #logOf(
    pod: PodFacts,
    container: ContainerFacts,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    return this.#get({
      cluster: pod.cluster,
      resource: 'pods/log',
      path: `${pathOf(pod.namespace)}/pods/${pod.name}/log`,
      query: {
        container: container.name,
        // Of a container that runs again, the end of its last life is wanted.
        previous: container.restartCount > 0,
        tailLines: MOST_LINES,
        limitBytes: LOG_BYTES,
      },
      signal,
    });
  }

  /** The body of the answer; undefined where it is no 200. @throws Error where there is no answer. */
  async #get(options: {
    cluster: string;
    resource: Resource;
    path: string;
    query?: ClusterRequest['query'];
    signal: AbortSignal;
  }): Promise<string | undefined> {
    const { cluster, resource, path, query, signal } = options;
    const { now, request } = this.#options;
    const refusal = `${cluster}/${resource}`;
    if ((this.#refusals.get(refusal) ?? 0) > now().getTime()) {
      return undefined;
    }
    const { status, body } = await withinTime(signal, async limited => {
      const response = await request(cluster, { path, query, signal: limited });
      return { status: response.status, body: await readText(response.body) };
    });
    if (status === 401 || status === 403) {
      this.#noteRefusal({ cluster, resource, status });
      return undefined;
    }
    this.#refusals.delete(refusal);
    return status === 200 ? body : undefined;
  }

  /** Says it once, and remembers not to ask for a while. */
  #noteRefusal(options: {
    cluster: string;
    resource: Resource;
    status: number;
  }): void {
    const { cluster, resource, status } = options;
    const { logger, now } = this.#options;
    const refusal = `${cluster}/${resource}`;
    if (!this.#refusals.has(refusal)) {
      logger.info(
        `Cluster '${cluster}' answers ${status} for ${resource}: what a container said before it crashed, or why a pod is not created, is not told there`,
      );
    }
    this.#refusals.set(refusal, now().getTime() + REFUSED_MS);
  }
}

function isDue(
  sign: TroubleSign,
  reading: Reading | undefined,
  now: Date,
): boolean {
  if (!reading) {
    return true;
  }
  const age = now.getTime() - reading.at;
  return sign.isToldByEvents
    ? age >= EVENT_REREAD_MS
    : age >= LOG_REREAD_MS && sign.version !== reading.version;
}

/** Whether there was an answer, and it was no JSON, or not what Kubernetes sends. */
function isNotUnderstood(error: unknown): boolean {
  return error instanceof SyntaxError || error instanceof InputError;
}

function pathOf(namespace: string): string {
  return `/api/v1/namespaces/${namespace}`;
}

function keyOf({ cluster, uid }: Facts): string {
  return `${cluster}/${uid}`;
}

/** Ends what it runs when the signal is aborted, or after ten seconds. */
async function withinTime<Answer>(
  signal: AbortSignal,
  run: (limited: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  // Not AbortSignal.any: the outer signal lives as long as the process, and this listener must not.
  const attempt = new AbortController();
  const giveUp = () => attempt.abort(signal.reason);
  const timer = setTimeout(
    () => attempt.abort(new Error(`no answer within ${REQUEST_LIMIT_MS} ms`)),
    REQUEST_LIMIT_MS,
  );
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    return await run(attempt.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}
