import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';

const loopback = '127.0.0.1';

async function listen(port: number): Promise<Server> {
  const server = createServer();
  server.listen({ host: loopback, port, exclusive: true });
  await once(server, 'listening');
  return server;
}

function portOf(server: Server): number {
  // `address()` is a string for pipes only.
  const address: AddressInfo | string | null = server.address();
  if (typeof address !== 'object' || !address) {
    throw new Error('A server that listens on TCP has no port');
  }
  return address.port;
}

/**
 * Finds loopback ports that are free now, all different. Preferred ports are taken where they are free.
 * Another process may take one before its owner-to-be does: the caller tries again with other ports.
 */
export async function freePorts(
  count: number,
  preferred: readonly number[] = [],
): Promise<number[]> {
  const servers: Server[] = [];
  try {
    for (let index = 0; index < count; index += 1) {
      const wish = preferred[index] ?? 0;
      // Kept open until all are found, so that no port is found twice.
      servers.push(await listen(wish).catch(() => listen(0)));
    }
    return servers.map(portOf);
  } finally {
    await Promise.all(
      servers.map(
        server => new Promise<void>(resolve => server.close(() => resolve())),
      ),
    );
  }
}
