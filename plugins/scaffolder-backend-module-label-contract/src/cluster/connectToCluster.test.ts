import { once } from 'node:events';
import { createServer, RequestListener, Server } from 'node:http';
import { connectToCluster } from './connectToCluster';

const BUSY = JSON.stringify({
  kind: 'Status',
  status: 'Failure',
  message: 'too many requests, please try again later',
  reason: 'TooManyRequests',
  code: 429,
});
const servers: Server[] = [];

afterEach(() => servers.splice(0).forEach(server => server.close()));

/** A client of an API server that answers as the listener does. */
async function clientOf(listener: RequestListener, signal?: AbortSignal) {
  const server = createServer(listener);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return connectToCluster({
    endpoint: {
      name: 'workshop',
      url: `http://127.0.0.1:${port}`,
      headers: async () => ({}),
      skipTlsVerify: false,
    },
    signal,
  });
}

describe('an API server that is too busy', () => {
  it('is asked again when it says to, with the same request', async () => {
    const seen: string[] = [];
    const client = await clientOf((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      if (seen.length < 3) {
        response.writeHead(429, { 'Retry-After': '0' }).end(BUSY);
        return;
      }
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ metadata: { name: 'shop' } }));
    });
    const namespace = await client.read('Namespace', { name: 'shop' });
    expect(namespace?.metadata?.name).toBe('shop');
    expect(seen).toEqual(Array(3).fill('GET /api/v1/namespaces/shop'));
    client.close();
  });

  it('is told as it is when it stays so', async () => {
    let requests = 0;
    const client = await clientOf((_, response) => {
      requests += 1;
      response.writeHead(429, { 'Retry-After': '0' }).end(BUSY);
    });
    await expect(
      client.read('Namespace', { name: 'shop' }),
    ).rejects.toMatchObject({
      answer: { kind: 'other-answer', status: 429 },
    });
    expect(requests).toBe(11);
    client.close();
  });

  it('is not waited for once the task is cancelled', async () => {
    const cancel = new AbortController();
    const client = await clientOf((_, response) => {
      response.writeHead(429, { 'Retry-After': '30' }).end(BUSY);
      response.on('finish', () => cancel.abort());
    }, cancel.signal);
    await expect(
      client.read('Namespace', { name: 'shop' }),
    ).rejects.toMatchObject({ refusal: { kind: 'cancelled' } });
    client.close();
  });
});
