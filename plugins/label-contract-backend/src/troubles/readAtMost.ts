/**
 * The text of an answer.
 *
 * @throws Error for one that is longer: what is asked for is short, so it is something else.
 */
export async function readAtMost(
  body: AsyncIterable<Uint8Array>,
  bytes: number,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > bytes) {
      throw new Error(`the answer is longer than ${bytes} bytes`);
    }
  }
  return Buffer.concat(chunks).toString('utf8');
}
