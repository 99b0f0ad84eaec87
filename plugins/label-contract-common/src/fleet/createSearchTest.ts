/**
 * Makes the test of a search: whether every word of it is in one of the texts, whatever its case. Without a
 * word there is nothing to test.
 */
export function createSearchTest(
  search = '',
): (texts: () => readonly (string | undefined)[]) => boolean {
  const words = folded(search)
    .split(/\s+/)
    .filter(word => word !== '');
  if (words.length === 0) {
    return () => true;
  }
  return texts => {
    const known = texts().flatMap(text =>
      text === undefined ? [] : folded(text),
    );
    return words.every(word => known.some(text => text.includes(word)));
  };
}

function folded(text: string): string {
  return text.toLocaleLowerCase('en-US');
}
