import { WatchedKind } from '../facts/Facts';

/**
 * Why a rule's silence says nothing; words are found by `id`.
 *
 * - `kinds-not-read`: these kinds, on these clusters.
 * - `nothing-remembered`: the portal keeps no history.
 * - `log-not-read`: the last lines of a container that fails.
 * - `log-not-understood`: they report that something cannot be reached, and not what.
 * - `outside-cluster`: what cannot be reached is not in the cluster, as far as can be told.
 *
 * @public
 */
export type NotCheckedReason =
  | {
      readonly id: 'kinds-not-read';
      readonly values: {
        readonly kinds: readonly WatchedKind[];
        readonly clusters: readonly string[];
      };
    }
  | {
      readonly id: 'nothing-remembered';
      readonly values: Readonly<Record<string, never>>;
    }
  | {
      readonly id: 'log-not-read' | 'log-not-understood';
      readonly values: { readonly workload: string };
    }
  | {
      readonly id: 'outside-cluster';
      readonly values: { readonly workload: string; readonly host: string };
    };
