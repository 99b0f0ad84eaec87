/**
 * Why a client could not reach what it wanted to reach. `not-found` means that the resolver knows no
 * such name, `dns-failed` that it gave no answer (which says nothing about the name), `failed` that
 * the client does not say why.
 *
 * @public
 */
export type ReachProblem =
  | 'refused'
  | 'not-found'
  | 'dns-failed'
  | 'timeout'
  | 'unreachable'
  | 'reset'
  | 'tls'
  | 'failed';

/**
 * What a client wanted to reach.
 *
 * @public
 */
export interface ReachTarget {
  /** A DNS name or an IP address without brackets, in lower case, without trailing dot. */
  readonly host: string;
  readonly port?: number;
  /** The IP address that the client used, where the log gives name and address. */
  readonly address?: string;
}

/**
 * What the last lines of a container say about a dependency that it could not reach.
 *
 * @public
 */
export type LogFinding =
  | {
      readonly kind: 'dependency';
      readonly target: ReachTarget;
      readonly problem: ReachProblem;
      /** The words that report it, secrets masked, at most 1,000 characters. */
      readonly line: string;
    }
  /** Something could not be reached, and no line says what. */
  | { readonly kind: 'not-understood'; readonly line: string }
  /** No line reports a failure to reach something. */
  | { readonly kind: 'none' };
