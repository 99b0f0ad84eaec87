import { LoggerService } from '@backstage/backend-plugin-api';
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
import { JsonNode } from '../facts/JsonNode';
import { factsFromEvents } from './factsFromEvents';
import { linesOfLog } from './linesOfLog';
import { readAtMost } from './readAtMost';
import { TroubleSign } from './troubleSignOf';
import { withinTime } from './withinTime';

/** Rights are given by hand: it is of no use to ask for them all the time. */
const REFUSED_MS = 10 * 60_000;
/** Longest time for one request, its answer included. */
const REQUEST_LIMIT_MS = 10_000;
/** Bytes of a log that are asked for: more than enough for the lines that are kept. */
const LOG_BYTES = 64 * 1024;
/** Lines above those that are kept: a private key that begins there is known by its first line only. */
const LINES_ABOVE = 60;
/** Events of one object that are asked for. */
const EVENTS_LIMIT = 100;
/** Bytes of an answer that are read: an object of Kubernetes is no larger than 1.5 MB. */
const ANSWER_BYTES = 4 * 1024 * 1024;

/** What may be refused to us, in the words of RBAC. */
type Resource = 'pods' | 'pods/log' | 'events';

/** What a {@link ClusterTroubles} needs. */
export interface ClusterTroublesOptions {
  /** Sends one request to a cluster, with a fresh credential. */
  request(cluster: string, request: ClusterRequest): Promise<ClusterResponse>;
  /** Lines of one container that are kept. */
  readonly logLines: number;
  readonly now: () => Date;
  readonly logger: LoggerService;
}

/** Asks clusters what is wrong with an object in trouble. What is read is masked at once. */
export class ClusterTroubles {
  readonly #options: ClusterTroublesOptions;
  /** By cluster and resource: when to ask again for what was refused. */
  readonly #refusals = new Map<string, ReadonlyMap<Resource, number>>();

  constructor(options: ClusterTroublesOptions) {
    this.#options = options;
  }

  /**
   * What the Events or the log say; undefined where nothing could be read.
   *
   * @throws Error where there is no answer, or none that is understood.
   */
  async read(options: {
    facts: Facts;
    sign: TroubleSign;
    signal: AbortSignal;
  }): Promise<TroubleFacts | undefined> {
    const { facts, sign, signal } = options;
    if (sign.isToldByEvents) {
      const events = await this.#eventsOf(facts, signal);
      return events && { events, logLines: {} };
    }
    if (facts.kind !== 'Pod') {
      return undefined;
    }
    const logLines = await this.#logLinesOf({ pod: facts, sign, signal });
    return Object.keys(logLines).length > 0
      ? { events: [], logLines }
      : undefined;
  }

  /** Forgets what a cluster refused. */
  forget(cluster: string): void {
    this.#refusals.delete(cluster);
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

  async #logLinesOf(options: {
    pod: PodFacts;
    sign: TroubleSign;
    signal: AbortSignal;
  }): Promise<Record<string, string[]>> {
    const { pod, sign, signal } = options;
    const messages = await this.#lastWordsOf(pod, signal);
    const logLines: Record<string, string[]> = {};
    for (const container of messages ? sign.containers : []) {
      const text =
        (sign.isOver ? messages?.get(container.name) : undefined) ??
        (await this.#logOf({
          pod,
          container,
          // Of a container that runs again, the end of its last life is wanted.
          isPrevious: sign.isOver && container.restartCount > 0,
          signal,
        }));
      if (text !== undefined) {
        logLines[container.name] = linesOfLog(text, this.#options.logLines);
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

  #logOf(options: {
    pod: PodFacts;
    container: ContainerFacts;
    isPrevious: boolean;
    signal: AbortSignal;
  }): Promise<string | undefined> {
    const { pod, container, isPrevious, signal } = options;
    return this.#get({
      cluster: pod.cluster,
      resource: 'pods/log',
      path: `${pathOf(pod.namespace)}/pods/${pod.name}/log`,
      query: {
        container: container.name,
        previous: isPrevious,
        tailLines: this.#options.logLines + LINES_ABOVE,
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
    const refusedUntil = this.#refusals.get(cluster)?.get(resource);
    if (refusedUntil !== undefined && refusedUntil > now().getTime()) {
      return undefined;
    }
    const { status, body } = await withinTime(
      { signal, milliseconds: REQUEST_LIMIT_MS },
      async limited => {
        const response = await request(cluster, {
          path,
          query,
          signal: limited,
        });
        return {
          status: response.status,
          body: await readAtMost(response.body, ANSWER_BYTES),
        };
      },
    );
    if (status === 401 || status === 403) {
      this.#noteRefusal({ cluster, resource, status });
      return undefined;
    }
    this.#setRefusal({ cluster, resource });
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
    if (!this.#refusals.get(cluster)?.has(resource)) {
      logger.info(
        `Cluster '${cluster}' answers ${status} for ${resource}: what a container said before it crashed, or why a pod is not created, is not told there`,
      );
    }
    this.#setRefusal({
      cluster,
      resource,
      until: now().getTime() + REFUSED_MS,
    });
  }

  #setRefusal(options: {
    cluster: string;
    resource: Resource;
    /** Absent where it is not refused. */
    until?: number;
  }): void {
    const { cluster, resource, until } = options;
    const refusals = new Map(this.#refusals.get(cluster));
    if (until === undefined) {
      refusals.delete(resource);
    } else {
      refusals.set(resource, until);
    }
    this.#refusals.set(cluster, refusals);
  }
}

function pathOf(namespace: string): string {
  return `/api/v1/namespaces/${namespace}`;
}
