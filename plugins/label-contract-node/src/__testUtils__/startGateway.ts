import { ControlPlane } from '@internal/control-plane';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { request as requestHttps } from 'node:https';

/** What stands before an API server, as that of a cluster management does. */
export interface Gateway {
  /** Base URL of the cluster, with a path. */
  readonly url: string;
  /** Requests that are under way at this moment. */
  open(): number;
  /** Values of `Authorization` that arrived. */
  readonly authorizations: Set<string | undefined>;
  stop(): Promise<void>;
}

const BASE_PATH = '/k8s/clusters/c-1';

/** Serves the API of a control plane over plain HTTP and below a path, and sees who asks. */
export async function startGateway(
  controlPlane: ControlPlane,
): Promise<Gateway> {
  const authorizations = new Set<string | undefined>();
  let open = 0;

  const server = createServer((incoming, outgoing) => {
    open += 1;
    outgoing.once('close', () => {
      open -= 1;
    });
    authorizations.add(incoming.headers.authorization);
    if (!incoming.url?.startsWith(`${BASE_PATH}/`)) {
      outgoing.writeHead(421).end('not below the path of the cluster');
      return;
    }
    const upstream = requestHttps(
      `${controlPlane.url}${incoming.url.slice(BASE_PATH.length)}`,
      {
        method: incoming.method,
        headers: incoming.headers,
        ca: Buffer.from(controlPlane.caData, 'base64').toString('utf8'),
      },
      answer => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        // Else the headers of a quiet watch wait for its first event.
        outgoing.flushHeaders();
        answer.pipe(outgoing);
      },
    );
    upstream.on('error', () => outgoing.destroy());
    outgoing.once('close', () => upstream.destroy());
    incoming.pipe(upstream);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}${BASE_PATH}`,
    open: () => open,
    authorizations,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
