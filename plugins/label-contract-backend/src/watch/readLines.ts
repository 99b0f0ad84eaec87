/** Longest line that is read, in characters; an object in etcd is 1.5 MB at the most by default. */
const LONGEST_LINE = 16 * 1024 * 1024;

/**
 * Lines of a stream, without their ends. What follows the last line end is left out: it is the part
 * of a line that was cut off with the connection.
 *
 * @throws Error for a line that is longer than any object can be.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const text =
      typeof chunk === 'string'
        ? chunk
        : decoder.decode(chunk, { stream: true });
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) {
      throw new Error(`A line of the watch is over ${LONGEST_LINE} characters`);
    }
    yield* lines.filter(line => line.length > 0);
  }
}
