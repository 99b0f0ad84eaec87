/** Seconds from a moment (ISO 8601) until now; 0 where the moment is not known. */
export function secondsSince(moment: string | undefined, now: Date): number {
  const since = Date.parse(moment ?? '');
  return Number.isNaN(since) ? 0 : (now.getTime() - since) / 1_000;
}
