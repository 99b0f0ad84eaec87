import { LoggerService } from '@backstage/backend-plugin-api';
import {
  AskedKind,
  TabAccess,
  WatchedKind,
} from '@portal-operations/plugin-label-contract-common';
import {
  ClusterAccess,
  ClusterEndpoint,
  KnownCluster,
  requestCluster,
} from '@portal-operations/plugin-label-contract-node';
import { json as readJson } from 'node:stream/consumers';

/** How often a cluster is asked: rights are given by hand. */
const EVERY_MS = 10 * 60_000;
/** The first time within this, so that many portals that start together do not ask together. */
const FIRST_WITHIN_MS = 60_000;
/** Longest time for one request, its answer included. */
const REQUEST_LIMIT_MS = 10_000;

const REVIEWS = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';

/** What a {@link TabAccessReader} needs. */
export interface TabAccessReaderOptions {
  readonly access: Pick<ClusterAccess, 'listClusters' | 'tabEndpointOf'>;
  /** What the tab asks a cluster for. */
  kindsOf(cluster: string): readonly AskedKind[];
  readonly sink: {
    setTabAccess(cluster: string, access: TabAccess | undefined): void;
  };
  readonly now: () => Date;
  /** Resolves early, and never rejects, when the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** A number from 0 up to 1. */
  random(): number;
  readonly logger: LoggerService;
}

/**
 * Asks now and then what the account of the Kubernetes tab may list, on clusters that the portal reads with
 * an account of its own: there the watches say nothing of what the tab can show. One cluster and one
 * question after the other; nothing but the answer is kept, and nothing that is listed is read.
 */
export class TabAccessReader {
  readonly #options: TabAccessReaderOptions;
  /** Clusters of which something was told. */
  readonly #told = new Set<string>();

  constructor(options: TabAccessReaderOptions) {
    this.#options = options;
  }

  /** Runs until the signal is aborted, and resolves then. */
  async run(signal: AbortSignal): Promise<void> {
    const { sleep, random } = this.#options;
    await sleep(FIRST_WITHIN_MS * random(), signal);
    while (!signal.aborted) {
      await this.#readAll(signal);
      // From nine to eleven minutes.
      await sleep(EVERY_MS * (0.9 + 0.2 * random()), signal);
    }
  }

  async #readAll(signal: AbortSignal): Promise<void> {
    const clusters = await this.#options.access.listClusters();
    const own = clusters.filter(({ account }) => account === 'own');
    for (const name of this.#told) {
      if (!own.some(cluster => cluster.name === name)) {
        this.#tell(name, undefined);
      }
    }
    for (const cluster of own) {
      if (signal.aborted) {
        return;
      }
      await this.#readCluster(cluster, signal);
    }
  }

  async #readCluster(
    { name, authProvider }: KnownCluster,
    signal: AbortSignal,
  ): Promise<void> {
    const { access, kindsOf, now, logger } = this.#options;
    try {
      const endpoint = await access.tabEndpointOf?.(name);
      if (!endpoint) {
        this.#tell(name, undefined);
        return;
      }
      const mayNotRead: WatchedKind[] = [];
      for (const asked of kindsOf(name)) {
        if (!(await mayList(endpoint, asked, signal))) {
          mayNotRead.push(asked.kind);
        }
      }
      const checkedAt = now().toISOString();
      this.#tell(name, { authProvider, mayNotRead, checkedAt });
    } catch (error) {
      // What was known stays, with its time; whether the cluster answers is told by its watches.
      logger.debug(
        `What the Kubernetes tab may read on cluster '${name}' could not be asked: ${error}`,
      );
    }
  }

  #tell(cluster: string, access: TabAccess | undefined): void {
    if (access) {
      this.#told.add(cluster);
    } else {
      this.#told.delete(cluster);
    }
    this.#options.sink.setTabAccess(cluster, access);
  }
}

/** @throws Error where the question is not answered. */
async function mayList(
  endpoint: ClusterEndpoint,
  { group, plural }: AskedKind,
  signal: AbortSignal,
): Promise<boolean> {
  // Not AbortSignal.any: the outer signal lives as long as the process, and this listener must not.
  const attempt = new AbortController();
  const giveUp = () => attempt.abort(signal.reason);
  const timer = setTimeout(
    () => attempt.abort(new Error(`no answer within ${REQUEST_LIMIT_MS} ms`)),
    REQUEST_LIMIT_MS,
  );
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    const { status, body } = await requestCluster(endpoint, {
      method: 'POST',
      path: REVIEWS,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: {
          resourceAttributes: { verb: 'list', group, resource: plural },
        },
      }),
      signal: attempt.signal,
    });
    return allowedBy(status, await readJson(body));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}

function allowedBy(status: number, review: unknown): boolean {
  const allowed = fieldOf(fieldOf(review, 'status'), 'allowed');
  if (status !== 201 || typeof allowed !== 'boolean') {
    throw new Error(
      `a SelfSubjectAccessReview was answered with ${status}, and 201 with status.allowed is expected`,
    );
  }
  return allowed;
}

function fieldOf(found: unknown, name: string): unknown {
  return typeof found === 'object' && found !== null
    ? Object.entries(found).find(([key]) => key === name)?.[1]
    : undefined;
}
