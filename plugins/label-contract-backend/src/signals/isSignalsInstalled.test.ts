import { mockServices } from '@backstage/backend-test-utils';
import { createServer, Server } from 'node:http';
import { once } from 'node:events';
import { isSignalsInstalled } from './isSignalsInstalled';

/** A backend whose signals plugin answers so. */
async function startBackend(status: number) {
  const asked: (string | undefined)[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(status).end('{"status":"ok"}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The system gave no port');
  }
  const discovery = mockServices.discovery.mock({
    getBaseUrl: async id => `http://127.0.0.1:${address.port}/api/${id}`,
  });
  return {
    asked,
    ask: () =>
      isSignalsInstalled({ discovery, signal: new AbortController().signal }),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

describe('isSignalsInstalled', () => {
  it.each([
    [200, true],
    [404, false],
  ])('takes %s for %s', async (status, isInstalled) => {
    const backend = await startBackend(status);
    await expect(backend.ask()).resolves.toBe(isInstalled);
    expect(backend.asked).toEqual(['/api/signals/health']);
    await backend.stop();
  });

  it('cannot tell while the backend starts, or is not there', async () => {
    const backend = await startBackend(503);
    await expect(backend.ask()).rejects.toThrow('503');
    await backend.stop();
    await expect(backend.ask()).rejects.toThrow('fetch failed');
  });
});
