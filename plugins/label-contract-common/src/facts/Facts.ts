import { ApplicationFacts } from './ApplicationFacts';
import { CompanionFacts, EndpointSliceFacts } from './CompanionFacts';
import { ControllerRevisionFacts } from './ControllerRevisionFacts';
import { NamespaceFacts, NodeFacts } from './PlaceFacts';
import { WorkloadFacts } from './WorkloadFacts';

/**
 * Everything that the portal remembers of a watched object.
 *
 * @public
 */
export type Facts =
  | WorkloadFacts
  | ControllerRevisionFacts
  | CompanionFacts
  | EndpointSliceFacts
  | NamespaceFacts
  | NodeFacts
  | ApplicationFacts;

/**
 * Kinds that are watched.
 *
 * @public
 */
export type WatchedKind = Facts['kind'];

/**
 * State of the watch of one kind on one cluster.
 *
 * - `syncing`: never listed yet.
 * - `live`: listed, and the watch delivers.
 * - `stale`: was listed once; since then the cluster does not answer, or refuses. What was known stays.
 * - `dark`: never listed, and the cluster does not answer, or refuses.
 *
 * @public
 */
export type WatchState =
  | { readonly kind: 'syncing' }
  | { readonly kind: 'live'; readonly asOf: string }
  | {
      readonly kind: 'stale';
      readonly asOf: string;
      readonly since: string;
      readonly problem: WatchProblem;
    }
  | {
      readonly kind: 'dark';
      readonly since: string;
      readonly problem: WatchProblem;
    };

/**
 * Why a watch does not deliver. `message` is one sentence without any credential.
 *
 * - `unreachable`: no answer, or one that is not Kubernetes'.
 * - `unauthorized`, `forbidden`: 401, 403.
 * - `not-served`: 404, the kind cannot exist there.
 * - `no-background-access`: the portal has no credential of its own for it (OIDC, Google, AKS).
 *
 * @public
 */
export interface WatchProblem {
  readonly reason:
    | 'unreachable'
    | 'unauthorized'
    | 'forbidden'
    | 'not-served'
    | 'no-background-access';
  readonly message: string;
  /**
   * When the cluster is asked again, ISO 8601; absent where it is not. It is a matter of seconds, so
   * that it changes no report.
   */
  readonly nextTryAt?: string;
}

/**
 * What the account of the Kubernetes tab may not list, as the API server says it of that account. Only where
 * the portal reads the cluster with another one.
 *
 * @public
 */
export interface TabAccess {
  /** How the tab signs in, such as `googleServiceAccount`. */
  readonly authProvider: string;
  /** Of the kinds that the tab asks for; none where it may list them all. */
  readonly mayNotRead: readonly WatchedKind[];
  /** When it was asked, ISO 8601. */
  readonly checkedAt: string;
}

/**
 * State of every watched kind of one cluster. Times are ISO 8601.
 *
 * @public
 */
export interface ClusterFacts {
  readonly name: string;
  /** A kind that is not watched there at all is absent, as one that the cluster does not know. */
  readonly watches: Readonly<Partial<Record<WatchedKind, WatchState>>>;
  /**
   * `own`: it is watched with an account that the portal has for that, and not with the one that the
   * Kubernetes tab uses; what one may not read, the other may.
   */
  readonly account?: 'of-tab' | 'own';
  /** Only these namespaces are watched, where the account may not list all. */
  readonly namespaces?: readonly string[];
  /** Name for people, where configured. */
  readonly title?: string;
  /** Address of its API server, as the portal reaches it. */
  readonly url?: string;
  /** Objects that were left out since the start, because they were not understood. */
  readonly skipped?: number;
  /** Absent where the tab's account is the one that the cluster is watched with, or could not be asked. */
  readonly tab?: TabAccess;
}
