import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  Facts,
  TroubleFacts,
} from '@portal-operations/plugin-label-contract-common';
import { ClusterTroubles, ClusterTroublesOptions } from './ClusterTroubles';
import { keyOf, ObservedFacts, TroubledObjects } from './TroubledObjects';
import { TroubleSign, troubleSignOf } from './troubleSignOf';

/** How often the objects in trouble are looked through for what is due. */
const SWEEP_MS = 10_000;
/** Objects of one cluster that are read in one sweep: when a whole cluster crashes, it has other sorrows. */
const MOST_READS = 20;
/** Objects of one cluster of which something is kept. */
const MOST_KEPT = 500;

/** The facts to look through, and where goes what is read. */
export interface TroubleIndex extends ObservedFacts {
  setTrouble(
    object: { readonly cluster: string; readonly uid: string },
    trouble: TroubleFacts,
  ): void;
}

/** What a {@link TroubleReader} needs. */
export interface TroubleReaderOptions {
  readonly index: TroubleIndex;
  readonly request: ClusterTroublesOptions['request'];
  readonly logs: {
    /** Whether logs are read at all; Events are in any case. */
    readonly enabled: boolean;
    /** Lines of one container that are kept. */
    readonly lines: number;
  };
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
  readonly #troubles: ClusterTroubles;
  /** By cluster and uid; only of objects that are still in trouble. */
  #readings = new Map<string, Reading>();
  /** Those that had something in trouble at the last sweep. */
  #clusters = new Set<string>();

  constructor(options: TroubleReaderOptions) {
    const { request, logs, now, logger } = options;
    this.#options = options;
    this.#troubles = new ClusterTroubles({
      request,
      logLines: logs.lines,
      now,
      logger,
    });
  }

  /** Runs until the signal is aborted, and resolves then. */
  async run(signal: AbortSignal): Promise<void> {
    const troubled = new TroubledObjects(this.#options.index);
    while (!signal.aborted) {
      await this.#sweep(troubled, signal);
      await this.#options.sleep(SWEEP_MS, signal);
    }
    troubled.stop();
  }

  async #sweep(troubled: TroubledObjects, signal: AbortSignal): Promise<void> {
    const moment = this.#options.now();
    const readings = new Map<string, Reading>();
    const due = new Map<string, Case[]>();
    const known = new Map<string, number>();

    for (const facts of troubled) {
      const sign = this.#signOf(facts, moment);
      if (!sign) {
        continue;
      }
      const { cluster } = facts;
      const reading = this.#readings.get(keyOf(facts));
      if (reading) {
        readings.set(keyOf(facts), reading);
      }
      known.set(cluster, (known.get(cluster) ?? 0) + (reading ? 1 : 0));
      if (isDue(sign, reading, moment)) {
        const cases = due.get(cluster) ?? [];
        cases.push({ facts, sign });
        due.set(cluster, cases);
      }
    }
    this.#readings = readings;
    this.#forgetClustersBut(new Set(known.keys()));

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

  /** Undefined where nothing is wrong, or where nobody is to ask. */
  #signOf(facts: Facts, moment: Date): TroubleSign | undefined {
    const { isIgnoredNamespace, logs } = this.#options;
    const sign = isIgnoredNamespace(facts.namespace)
      ? undefined
      : troubleSignOf(facts, moment);
    return sign && (sign.isToldByEvents || logs.enabled) ? sign : undefined;
  }

  /** What a cluster without trouble refused matters no more, be it that the cluster is gone itself. */
  #forgetClustersBut(clusters: Set<string>): void {
    for (const cluster of this.#clusters) {
      if (!clusters.has(cluster)) {
        this.#troubles.forget(cluster);
      }
    }
    this.#clusters = clusters;
  }

  /** Reads one after the other on one cluster, and gives up at the first that the cluster leaves without an answer. */
  async #readAll(cases: readonly Case[], signal: AbortSignal): Promise<void> {
    const { index, now, logger } = this.#options;
    for (const { facts, sign } of cases) {
      if (signal.aborted) {
        return;
      }
      try {
        const trouble = await this.#troubles.read({ facts, sign, signal });
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
}

function isDue(
  sign: TroubleSign,
  reading: Reading | undefined,
  now: Date,
): boolean {
  if (!reading) {
    return true;
  }
  return (
    now.getTime() - reading.at >= sign.rereadMs &&
    (sign.isToldByEvents || sign.version !== reading.version)
  );
}

/** Whether there was an answer, and it was no JSON, or not what Kubernetes sends. */
function isNotUnderstood(error: unknown): boolean {
  return error instanceof SyntaxError || error instanceof InputError;
}
