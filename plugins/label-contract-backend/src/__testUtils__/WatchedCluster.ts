import { mockServices } from '@backstage/backend-test-utils';
import { ControlPlane, until } from '@internal/control-plane';
import {
  ClusterFacts,
  Facts,
  WatchedKind,
  WatchState,
} from '@portal-operations/plugin-label-contract-common';
import {
  ClusterEndpoint,
  requestCluster,
} from '@portal-operations/plugin-label-contract-node';
import { isDeepStrictEqual } from 'node:util';
import { text as readText } from 'node:stream/consumers';
import { factsFrom } from '../facts/factsFrom';
import { WorkloadIndex } from '../index/WorkloadIndex';
import { ListKey, WatchKey } from '../watch/FactsSink';
import { FleetWatcher, RunningFleetWatcher } from '../watch/FleetWatcher';
import { parseListPage } from '../watch/parseListPage';
import { pathOfResource } from '../watch/pathOfResource';
import { watchedKinds } from '../watch/watchedKinds';
import { FastClock } from '../tests/FastClock';

const NAME = 'workshop';

/** An index that also remembers how it came about. */
class RecordingIndex extends WorkloadIndex {
  readonly lists: ListKey[] = [];
  readonly states: {
    readonly kind: WatchedKind;
    readonly state: WatchState;
  }[] = [];

  override replaceAll(key: ListKey, facts: readonly Facts[]): void {
    this.lists.push(key);
    super.replaceAll(key, facts);
  }

  override setWatchState(key: WatchKey, state: WatchState): void {
    this.states.push({ kind: key.kind, state });
    super.setWatchState(key, state);
  }
}

/**
 * A real cluster that is watched over some way there, in fast time; and the same cluster asked directly,
 * to see whether what is known of it is true.
 */
export class WatchedCluster {
  readonly index = new RecordingIndex();
  readonly clock = new FastClock(20);
  /** The credential of the watches. It may change at any time. */
  token: string;
  readonly #direct: ClusterEndpoint;
  readonly #url: string;
  readonly #namespaces: readonly string[] | undefined;
  #running: RunningFleetWatcher | undefined;

  /**
   * @param options - `url`: the way there. `token`: of an account that may read everything that is watched.
   */
  constructor(options: {
    controlPlane: ControlPlane;
    url: string;
    token: string;
    namespaces?: readonly string[];
  }) {
    const { controlPlane, url, token, namespaces } = options;
    this.token = token;
    this.#url = url;
    this.#namespaces = namespaces;
    this.#direct = {
      name: NAME,
      url: controlPlane.url,
      caData: controlPlane.caData,
      skipTlsVerify: false,
      headers: async () => ({ Authorization: `Bearer ${token}` }),
    };
  }

  async start(): Promise<void> {
    const watcher = new FleetWatcher({
      access: {
        listClusters: async () => [
          {
            name: NAME,
            authProvider: 'serviceAccount',
            isReadable: true,
            namespaces: this.#namespaces,
          },
        ],
        endpointOf: async () => ({
          ...this.#direct,
          url: this.#url,
          headers: async () => ({ Authorization: `Bearer ${this.token}` }),
        }),
      },
      parsers: factsFrom,
      sink: this.index,
      clock: this.clock,
      random: () => 0,
      logger: mockServices.logger.mock(),
    });
    this.#running = await watcher.start();
  }

  async stop(): Promise<void> {
    await this.#running?.stop();
  }

  cluster(): ClusterFacts {
    const [cluster] = this.index.clusters();
    return cluster;
  }

  state(kind: WatchedKind): WatchState {
    return this.cluster().watches[kind] ?? { kind: 'syncing' };
  }

  /** The states that a watch went through, each once in a row. */
  statesOf(kind: WatchedKind): WatchState['kind'][] {
    return this.index.states
      .filter(each => each.kind === kind)
      .map(({ state }) => state.kind)
      .filter((state, index, all) => state !== all[index - 1]);
  }

  /** How often a kind was listed. */
  listsOf(kind: WatchedKind): number {
    return this.index.lists.filter(each => each.kind === kind).length;
  }

  /** Resolves when a watch is in a state. */
  async untilState(
    kind: WatchedKind,
    isWanted: (state: WatchState) => boolean,
  ): Promise<WatchState> {
    return until(() => this.state(kind), isWanted);
  }

  /** Resolves when every kind is live that is served, and all that is known is what the cluster has. */
  async untilTrue(): Promise<void> {
    await until(
      () =>
        Object.entries(this.cluster().watches).filter(
          ([, state]) => !isSettled(state),
        ),
      unsettled => unsettled.length === 0,
    );
    await until(
      () => this.#differences(),
      differences => differences.length === 0,
    );
  }

  /** The objects of a kind that the cluster has at this moment, without a detour. */
  async list(kind: WatchedKind): Promise<Facts[]> {
    const namespaces = this.#namespaces ?? [undefined];
    const resource = watchedKinds[kind];
    const pages = await Promise.all(
      namespaces.map(async namespace => {
        const response = await requestCluster(this.#direct, {
          path: pathOfResource(
            resource,
            resource.isClusterWide ? undefined : namespace,
          ),
        });
        const body = await readText(response.body);
        if (response.status === 404) {
          return [];
        }
        return parseListPage(body).items.map(item =>
          factsFrom[kind](item, NAME),
        );
      }),
    );
    return pages.flat();
  }

  /** What is known and not so, and what is so and not known. */
  async #differences(): Promise<string[]> {
    const kinds = Object.keys(watchedKinds).filter(isWatchedKind);
    const real = (
      await Promise.all(
        kinds
          .filter(kind => this.cluster().watches[kind] !== undefined)
          .map(kind => this.list(kind)),
      )
    )
      .flat()
      .filter(
        ({ kind, name }) =>
          kind !== 'Namespace' || (this.#namespaces?.includes(name) ?? true),
      );
    const known = new Map(
      [...this.index.all()].map(facts => [facts.uid, facts]),
    );
    const wrong = real.filter(
      facts => !isDeepStrictEqual(facts, known.get(facts.uid)),
    );
    const there = new Set(real.map(({ uid }) => uid));
    const gone = [...known.values()].filter(({ uid }) => !there.has(uid));
    return [
      ...wrong.map(({ kind, name }) => `${kind} ${name} is not known as it is`),
      ...gone.map(({ kind, name }) => `${kind} ${name} is no more`),
    ];
  }
}

/** Whether a watch delivers, or has nothing to deliver. */
function isSettled(state: WatchState): boolean {
  return (
    state.kind === 'live' ||
    ('problem' in state && state.problem.reason === 'not-served')
  );
}

function isWatchedKind(name: string): name is WatchedKind {
  return Object.hasOwn(watchedKinds, name);
}
