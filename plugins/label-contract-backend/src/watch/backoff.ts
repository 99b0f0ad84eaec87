const SHORTEST_MS = 1_000;
const LONGEST_MS = 30_000;
const REFUSED_MS = 60_000;
const REFUSALS_OF_A_START = 4;

/** What decides how long a watch waits. */
export interface BackoffOptions {
  /** Failures in a row, 1 for the first. */
  readonly failures: number;
  /** A number from 0 up to 1, so that the replicas of a portal do not come back together. */
  readonly random: number;
}

/**
 * Milliseconds to wait before a cluster is asked again that did not answer: twice as long after each
 * failure, from 1 to 2 s after the first up to 15 to 30 s.
 */
export function backoffMs({ failures, random }: BackoffOptions): number {
  const lower = Math.min(
    SHORTEST_MS * 2 ** (Math.max(failures, 1) - 1),
    LONGEST_MS / 2,
  );
  return Math.round(lower * (1 + random));
}

/**
 * Milliseconds to wait before a cluster is asked again that refused (401, 403, 404): as after any
 * failure for the first four, then 60 to 90 s. An API server that starts refuses for some seconds,
 * until it has read its own roles. Later somebody has to change a token or a role first, and asking
 * more often only fills the cluster's audit log.
 */
export function refusedRetryMs(options: BackoffOptions): number {
  return isStillStarting(options.failures)
    ? backoffMs(options)
    : Math.round(REFUSED_MS * (1 + options.random / 2));
}

/** Whether a refusal may be that of an API server that has just started, after so many in a row. */
export function isStillStarting(failures: number): boolean {
  return failures <= REFUSALS_OF_A_START;
}
