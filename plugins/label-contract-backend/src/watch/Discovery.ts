import {
  ClusterRequest,
  ClusterResponse,
} from '@portal-operations/plugin-label-contract-node';
import { text as readText } from 'node:stream/consumers';
import { askCluster } from './askCluster';
import { Clock } from './Clock';
import { jsonField, jsonText } from './jsonField';
import { WatchedResource } from './watchedKinds';

/** What a {@link Discovery} needs. */
export interface DiscoveryOptions {
  readonly cluster: string;
  /** Sends one request to the cluster, with a fresh credential. */
  request(request: ClusterRequest): Promise<ClusterResponse>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

interface Heard {
  readonly askedAt: number;
  readonly answer: Promise<readonly unknown[]>;
}

/**
 * Which kinds a cluster serves, in its own words. Whoever may log in may ask that, so it tells a kind
 * that is refused from one that is not there: for both, an account without rights hears the same 403.
 *
 * All watches of a cluster share what one of them has heard.
 */
export class Discovery {
  readonly #options: DiscoveryOptions;
  readonly #heard = new Map<string, Heard>();

  constructor(options: DiscoveryOptions) {
    this.#options = options;
  }

  /**
   * The version in which a kind is served: the wanted one if possible, else the one that the cluster
   * prefers. Undefined where it is not served in any.
   *
   * @param options - `maxAgeMs`: an answer that is older is asked for anew.
   * @throws WatchFailure where the cluster does not say.
   */
  async versionOf(
    resource: WatchedResource,
    options: { readonly maxAgeMs: number },
  ): Promise<string | undefined> {
    const { group, version, plural } = resource;
    if (group === '') {
      return version;
    }
    const served = versionsOfGroup(
      await this.#get({ path: '/apis', field: 'groups', ...options }),
      group,
    );
    const inOrder = [
      ...served.filter(each => each === version),
      ...served.filter(each => each !== version),
    ];
    for (const candidate of inOrder) {
      const resources = await this.#get({
        path: `/apis/${group}/${candidate}`,
        field: 'resources',
        ...options,
      });
      if (resources.some(each => jsonText(each, 'name') === plural)) {
        return candidate;
      }
    }
    return undefined;
  }

  #get(options: {
    path: string;
    field: string;
    maxAgeMs: number;
  }): Promise<readonly unknown[]> {
    const { path, field, maxAgeMs } = options;
    const now = this.#options.clock.elapsedMs();
    const heard = this.#heard.get(path);
    // A refusal is kept as any other answer: many watches ask, and would all be refused.
    if (heard && now - heard.askedAt <= maxAgeMs) {
      return heard.answer;
    }
    const answer = this.#ask(path, field);
    this.#heard.set(path, { askedAt: now, answer });
    return answer;
  }

  #ask(path: string, field: string): Promise<readonly unknown[]> {
    const { cluster, request, clock, signal } = this.#options;
    return askCluster({
      asked: `Reading ${path} of cluster '${cluster}'`,
      path,
      request,
      clock,
      signal,
      async read(body) {
        const found = jsonField(JSON.parse(await readText(body)), field);
        if (!Array.isArray(found)) {
          throw new Error(`the answer has no ${field}`);
        }
        return found;
      },
    });
  }
}

/** Versions of an API group, the preferred one first; none where the group is not there. */
function versionsOfGroup(groups: readonly unknown[], group: string): string[] {
  const found = groups.find(each => jsonText(each, 'name') === group);
  const versions = jsonField(found, 'versions');
  return Array.isArray(versions)
    ? versions.flatMap(each => jsonText(each, 'version') ?? [])
    : [];
}
