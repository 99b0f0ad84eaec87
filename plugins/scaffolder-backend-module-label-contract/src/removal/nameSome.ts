/** Names that a sentence can take. */
const MOST_NAMED = 8;

/** `a, b and 3 more`. */
export function nameSome(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  const named = names.slice(0, MOST_NAMED).join(', ');
  return `${named}${more > 0 ? ` and ${more} more` : ''}`;
}
