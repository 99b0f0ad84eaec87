/**
 * One Event about an object that is in trouble.
 *
 * @public
 */
export interface EventFacts {
  /** Kubernetes' word, such as `FailedMount`. */
  readonly reason: string;
  /** Kubernetes' sentence; secrets masked, length capped. */
  readonly message: string;
  /** ISO 8601. */
  readonly lastSeenAt?: string;
}

/**
 * What was read once about an object because it is in trouble. Never read on a page view.
 *
 * @public
 */
export interface TroubleFacts {
  /** Newest last. */
  readonly events: readonly EventFacts[];
  /** Last log lines by container name, oldest first; secrets masked, number and length capped. */
  readonly logLines: Readonly<Record<string, readonly string[]>>;
}
