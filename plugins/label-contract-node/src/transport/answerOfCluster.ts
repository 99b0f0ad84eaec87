import { ServiceUnavailableError } from '@backstage/errors';
import { Readable } from 'node:stream';
import { ClusterEndpoint } from '../ClusterAccess';
import { fieldOf } from '../fieldOf';
import { ClusterResponse } from './ClusterRequest';

/** Bytes of a refusal that are looked at; neither Backstage nor Kubernetes needs as many. */
const LONGEST_REFUSAL = 64 * 1024;
/** Characters of the words of the Kubernetes plugin that are kept. */
const LONGEST_WORDS = 300;

/**
 * Tells the answer of a cluster from that of the Kubernetes plugin on the way to it, which refuses with
 * the same statuses: an unknown cluster is 404 there, and a cluster that does not answer 500.
 *
 * @throws ServiceUnavailableError where it was not the cluster that answered.
 */
export async function answerOfCluster(
  endpoint: ClusterEndpoint,
  response: ClusterResponse,
): Promise<ClusterResponse> {
  const { status, headers, body } = response;
  if (status < 400) {
    return response;
  }
  const { text, rest } = await readStart(body);
  const words = wordsOfPlugin(text);
  if (words !== undefined) {
    body.destroy();
    throw new ServiceUnavailableError(
      `Cluster '${endpoint.name}' is not reached through the Kubernetes plugin, which answered ${status}: ${words}`,
    );
  }
  return { status, headers, body: Readable.from(rest()) };
}

/** Reads what fits into the limit, and gives back all of it. */
async function readStart(body: Readable): Promise<{
  text: string;
  rest(): AsyncGenerator<Buffer>;
}> {
  const chunks = body[Symbol.asyncIterator]();
  const start: Buffer[] = [];
  let length = 0;
  let next = await chunks.next();
  while (!next.done && length < LONGEST_REFUSAL) {
    start.push(Buffer.from(next.value));
    length += next.value.length;
    next = await chunks.next();
  }
  return {
    text: Buffer.concat(start).toString('utf8'),
    async *rest() {
      yield* start;
      while (!next.done) {
        yield Buffer.from(next.value);
        next = await chunks.next();
      }
    },
  };
}

/** What the plugin said; undefined where it was not the plugin, but for example a `Status` of Kubernetes. */
function wordsOfPlugin(text: string): string | undefined {
  // Backstage leaves a route empty that nobody serves; Kubernetes says always something.
  if (text === '') {
    return 'nothing; check that it is installed';
  }
  const error = fieldOf(parsed(text), 'error');
  const name = fieldOf(error, 'name');
  const message = fieldOf(error, 'message');
  return typeof name === 'string' && typeof message === 'string'
    ? message.slice(0, LONGEST_WORDS)
    : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
