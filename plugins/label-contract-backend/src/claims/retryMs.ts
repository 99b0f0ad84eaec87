const SHORTEST_MS = 1_000;
const LONGEST_MS = 120_000;

/**
 * Milliseconds to wait before the catalog is asked again that failed: twice as long after each failure,
 * from 1 to 2 s after the first up to 1 to 2 min.
 *
 * @param options - `failures` in a row, 1 for the first; `random` from 0 up to 1, so that the replicas of a
 * portal do not come back together.
 */
export function retryMs({
  failures,
  random,
}: {
  failures: number;
  random: number;
}): number {
  const lower = Math.min(SHORTEST_MS * 2 ** (failures - 1), LONGEST_MS / 2);
  return Math.round(lower * (1 + random));
}
