import { once } from 'node:events';
import { connect, createServer, Socket } from 'node:net';

/** What went through a proxy. */
export interface Traffic {
  /** Bytes from the server, as they were on the wire. */
  readonly bytes: number;
  readonly connections: number;
}

/** Hands TCP connections on to a server, untouched, and counts what comes back. */
export interface CountingProxy {
  /** Address with which to reach the server through the proxy. */
  readonly url: string;
  /** What went through since the last call. */
  take(): Traffic;
  /** Resolves when the next connection comes, with the moment in milliseconds of `performance.now()`. */
  nextConnection(): Promise<number>;
  /** Breaks all connections off. */
  stop(): Promise<void>;
}

/** Starts a proxy on a free loopback port. TLS passes through: the certificate is that of the server. */
export async function startCountingProxy(
  target: string,
): Promise<CountingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let bytes = 0;
  let connections = 0;

  const server = createServer({ noDelay: true }, client => {
    connections += 1;
    const upstream = connect({
      host: hostname,
      port: Number(port),
      noDelay: true,
    });
    upstream.on('data', chunk => {
      bytes += chunk.length;
    });
    client.pipe(upstream).pipe(client);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ]) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) {
    throw new Error('A server that listens on TCP has no port');
  }

  return {
    url: `https://127.0.0.1:${address.port}`,
    take() {
      const traffic = { bytes, connections };
      bytes = 0;
      connections = 0;
      return traffic;
    },
    async nextConnection() {
      await once(server, 'connection');
      return performance.now();
    },
    async stop() {
      server.close();
      sockets.forEach(socket => socket.destroy());
      await once(server, 'close');
    },
  };
}
