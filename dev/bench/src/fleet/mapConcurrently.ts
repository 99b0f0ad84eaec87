/** Maps items in their order, some at a time; the first error ends it. */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  map: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = new Array(items.length);
  const failing = new AbortController();
  const rest = items.entries();
  const worker = async () => {
    for (const [place, item] of rest) {
      failing.signal.throwIfAborted();
      results[place] = await map(item);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, worker));
  } catch (error) {
    failing.abort(error);
    throw error;
  }
  return results;
}
