import {
  ClusterFacts,
  Facts,
  WatchedKind,
  WatchState,
} from '@portal-operations/plugin-label-contract-common';

/** One kind on one cluster. */
export interface WatchKey {
  readonly cluster: string;
  readonly kind: WatchedKind;
}

/** What a list was asked for. */
export interface ListKey extends WatchKey {
  /** Only what lives in this namespace; or, of Namespaces, the one of that name. All where absent. */
  readonly namespace?: string;
}

/** What is known of a cluster before it was asked anything. */
export type ClusterIdentity = Pick<
  ClusterFacts,
  'name' | 'title' | 'account' | 'namespaces' | 'url'
>;

/** Where everything goes that the watches bring. */
export interface FactsSink {
  /** From now on this cluster is known; or something of it changed. */
  setCluster(cluster: ClusterIdentity): void;
  /** The cluster is no more: all that is known of it goes. */
  removeCluster(name: string): void;
  /** These are all objects that were asked for: whatever else is known of those is gone. */
  replaceAll(key: ListKey, facts: readonly Facts[]): void;
  put(facts: Facts): void;
  remove(key: WatchKey, uid: string): void;
  setWatchState(key: WatchKey, state: WatchState): void;
  /** An object was left out, because it was not understood. */
  noteSkipped(key: WatchKey): void;
}
