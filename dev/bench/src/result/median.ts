/** The middle one of some numbers; the mean of the two in the middle where their count is even. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/**
 * The number below which this share of the numbers lies, between two neighbours in proportion.
 *
 * @param share - from 0 to 1.
 * @throws Error for no numbers at all.
 */
export function quantile(numbers: readonly number[], share: number): number {
  if (numbers.length === 0) {
    throw new Error('There are no numbers to take a quantile of');
  }
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  return below + (above - below) * (place - Math.floor(place));
}
