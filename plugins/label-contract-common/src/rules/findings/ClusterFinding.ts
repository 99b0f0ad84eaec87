import { WatchedKind } from '../../facts/Facts';
import { FindingOf } from './FindingOf';

/**
 * A cluster that a finding is about.
 *
 * @public
 */
export interface ClusterSubject {
  readonly kind: 'Cluster';
  readonly name: string;
}

/**
 * Values of the messages of access rules.
 *
 * @public
 */
export interface AccessMessageValues {
  readonly cluster: string;
  /** Kinds that are missing; all that are watched where it is the whole cluster. */
  readonly kinds: readonly WatchedKind[];
  /** What the cluster answered, one sentence without any credential. */
  readonly words: string;
  /** Since when, ISO 8601. */
  readonly since: string;
  /** Whether it was seen with the account that the tab uses, or with another: then the tab may do better. */
  readonly seenBy: 'account-of-tab' | 'own-account';
  /** How the tab signs in, such as `serviceAccount` or `oidc`; undefined where nobody knows. */
  readonly authProvider?: string;
}

/**
 * A finding about the way to a cluster, or to some kinds on it. It is nobody's in particular: it stands
 * in no report of an entity, which says itself what it misses.
 *
 * @public
 */
export type ClusterFinding =
  | FindingOf<
      'cluster-reachable',
      'unreachable' | 'kinds-unanswered',
      AccessMessageValues,
      ClusterSubject
    >
  | FindingOf<
      'credentials-accepted',
      'refused',
      AccessMessageValues,
      ClusterSubject
    >
  | FindingOf<
      'background-readable',
      'needs-user',
      AccessMessageValues,
      ClusterSubject
    >
  | FindingOf<
      'kind-readable',
      'forbidden' | 'forbidden-to-tab',
      AccessMessageValues,
      ClusterSubject
    >
  | FindingOf<'kind-served', 'not-served', AccessMessageValues, ClusterSubject>;
