import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';

/**
 * An API server that has a few objects and never any news: for tests that are about who may read what is
 * known, and not about how it came to be known.
 */
export async function aSilentCluster(
  /** By the path of their list, such as `/apis/apps/v1/deployments`. */
  objects: Readonly<Record<string, readonly object[]>>,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const server: Server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(
      request.url ?? '/',
      'http://cluster',
    );
    response.setHeader('Content-Type', 'application/json');
    if (searchParams.has('watch')) {
      response.flushHeaders();
      return;
    }
    response.end(
      JSON.stringify({
        kind: 'List',
        apiVersion: 'v1',
        metadata: { resourceVersion: '1' },
        items: objects[pathname] ?? [],
      }),
    );
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
