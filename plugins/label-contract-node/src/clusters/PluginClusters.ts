import { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { fieldOf } from '../fieldOf';
import { pluginHeaders } from './pluginHeaders';
import { KubernetesPlugin } from './proxyEndpoint';

/** A cluster, as the Kubernetes plugin lists it. */
export interface ListedCluster {
  readonly name: string;
  readonly title?: string;
  readonly authProvider: string;
}

/** What the Kubernetes plugin knows; `unknown` as long as it never answered. */
export type PluginClusterList =
  | { readonly kind: 'listed'; readonly clusters: readonly ListedCluster[] }
  | {
      readonly kind: 'unknown';
      /** A clause, such as `it is not installed`. */
      readonly why: string;
    };

/** What {@link PluginClusters} needs. */
export interface PluginClustersOptions extends KubernetesPlugin {
  readonly logger: LoggerService;
  /** Milliseconds of a clock that never goes back. */
  readonly elapsedMs: () => number;
  /** Milliseconds for which an answer is good. */
  readonly refreshMs: () => number;
}

/** After a failure the plugin is asked again, but no sooner than this. */
const RETRY_MS = 10_000;
/** A catalog of clusters is asked by the plugin before it answers. */
const TIMEOUT_MS = 10_000;

/**
 * The clusters that the Kubernetes plugin knows, by any locator, asked for when somebody wants to know
 * and the last answer is old. What was known stays while the plugin does not answer.
 */
export class PluginClusters {
  readonly #options: PluginClustersOptions;
  #known: PluginClusterList = { kind: 'unknown', why: 'it was not asked yet' };
  #askAgainAt = -Infinity;
  #asking: Promise<void> | undefined;
  #isFailing = false;

  constructor(options: PluginClustersOptions) {
    this.#options = options;
  }

  /** What was answered last, without asking. */
  get known(): PluginClusterList {
    return this.#known;
  }

  /** Asks where the last answer is too old; never rejects. */
  async list(): Promise<PluginClusterList> {
    if (this.#options.elapsedMs() >= this.#askAgainAt) {
      this.#asking ??= this.#ask().finally(() => {
        this.#asking = undefined;
      });
      await this.#asking;
    }
    return this.#known;
  }

  async #ask(): Promise<void> {
    const { elapsedMs, refreshMs, logger } = this.#options;
    try {
      this.#known = { kind: 'listed', clusters: await this.#request() };
      this.#askAgainAt = elapsedMs() + refreshMs();
      if (this.#isFailing) {
        logger.info('The Kubernetes plugin lists its clusters again');
      }
      this.#isFailing = false;
    } catch (error) {
      this.#askAgainAt = elapsedMs() + RETRY_MS;
      const why = reasonOf(error);
      if (!this.#isFailing) {
        logger.info(
          `The Kubernetes plugin does not list its clusters: ${why}. ${
            this.#known.kind === 'listed'
              ? 'Those that it listed before are kept'
              : 'Only those are known that the configuration describes'
          }; it is asked again`,
        );
      }
      this.#isFailing = true;
      if (this.#known.kind === 'unknown') {
        this.#known = { kind: 'unknown', why };
      }
    }
  }

  async #request(): Promise<ListedCluster[]> {
    const baseUrl = await this.#options.discovery.getBaseUrl('kubernetes');
    const response = await fetch(`${baseUrl}/clusters`, {
      headers: await pluginHeaders(this.#options),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(
        response.status === 404
          ? 'it is not installed (404)'
          : `it answers GET /clusters with ${response.status}`,
      );
    }
    return parseClusters(await response.json());
  }
}

function parseClusters(answer: unknown): ListedCluster[] {
  const items = fieldOf(answer, 'items');
  if (!Array.isArray(items)) {
    throw new Error('its answer to GET /clusters has no items');
  }
  return items.flatMap(item => {
    const name = fieldOf(item, 'name');
    const title = fieldOf(item, 'title');
    const authProvider = fieldOf(item, 'authProvider');
    return typeof name === 'string' && name && typeof authProvider === 'string'
      ? [{ name, ...(typeof title === 'string' && { title }), authProvider }]
      : [];
  });
}

/** Where nobody answers, `fetch` says why only in the cause. */
function reasonOf(error: unknown): string {
  if (!isError(error)) {
    return String(error);
  }
  return isError(error.cause)
    ? `it does not answer (${error.cause.message || error.cause.name})`
    : error.message;
}
