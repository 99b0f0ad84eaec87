/** What somebody else said, to stand within a sentence of ours. */
export function withoutPeriod(words: string): string {
  return words.replace(/[.\s]+$/, '');
}
