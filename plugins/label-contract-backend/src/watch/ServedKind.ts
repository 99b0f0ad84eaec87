import { Discovery } from './Discovery';
import { WatchedResource } from './watchedKinds';
import { WatchFailure } from './WatchFailure';

/** How old the word of a cluster about its kinds may be: less than the pause between two tries. */
const DISCOVERY_AGE_MS = { atFirst: 5_000, later: 30_000 };

/** One kind as one cluster serves it, or does not. */
export class ServedKind {
  readonly #cluster: string;
  readonly #usual: WatchedResource;
  readonly #discovery: Discovery;
  #resource: WatchedResource;
  #isAbsent = false;

  constructor(options: {
    cluster: string;
    resource: WatchedResource;
    discovery: Discovery;
  }) {
    this.#cluster = options.cluster;
    this.#usual = options.resource;
    this.#discovery = options.discovery;
    this.#resource = options.resource;
  }

  /** As it is served; that may be another version than the usual one. */
  get resource(): WatchedResource {
    return this.#resource;
  }

  /** True where the cluster said of itself that it does not serve the kind. */
  get isAbsent(): boolean {
    return this.#isAbsent;
  }

  /**
   * Looks whether a kind that was absent is there by now, so that it is not listed in vain.
   *
   * @param isStarting - whether the API server may have just started: then it is asked anew sooner.
   * @throws WatchFailure where it is not.
   */
  async lookAgain(isStarting: boolean): Promise<void> {
    const version = await this.#servedVersion(isStarting);
    if (version === undefined) {
      throw this.#notServed();
    }
    this.#isAbsent = false;
    this.#resource = { ...this.#usual, version };
  }

  /**
   * What a refusal really means. To an account without rights, a kind that is not there is forbidden;
   * and one that is not there may be served in another version.
   *
   * @param isStarting - as above.
   */
  async explain(
    failure: WatchFailure,
    isStarting: boolean,
  ): Promise<WatchFailure> {
    const { reason } = failure.problem;
    const isDoubtful =
      reason === 'not-served' ||
      (reason === 'forbidden' && this.#usual.isOptional === true);
    if (this.#isAbsent || !isDoubtful) {
      return failure;
    }
    try {
      const version = await this.#servedVersion(isStarting);
      if (version === undefined) {
        this.#isAbsent = true;
        return this.#notServed();
      }
      if (version !== this.#resource.version) {
        this.#resource = { ...this.#usual, version };
        return new WatchFailure({ problem: failure.problem, cure: 'relist' });
      }
    } catch {
      // It does not say what it serves; then its refusal is all that is known.
    }
    return failure;
  }

  /** The usual version first, also where another one was read until now. */
  #servedVersion(isStarting: boolean): Promise<string | undefined> {
    return this.#discovery.versionOf(this.#usual, {
      maxAgeMs: isStarting ? DISCOVERY_AGE_MS.atFirst : DISCOVERY_AGE_MS.later,
    });
  }

  #notServed(): WatchFailure {
    const { group, plural } = this.#usual;
    return new WatchFailure({
      problem: {
        reason: 'not-served',
        message: `Cluster '${
          this.#cluster
        }' serves no ${plural}.${group}: it names them in no version of that API group`,
      },
      cure: 'wait',
    });
  }
}
