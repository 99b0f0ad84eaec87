import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ClusterDetails } from '@backstage/plugin-kubernetes-node';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { PortalAnswer, PortalRequest } from './PortalMessages';

/** A portal, and what a plugin of it is given. */
export interface Portal {
  /** Gives out tokens of the portal for its plugin `label-contract`. */
  readonly auth: AuthService;
  readonly discovery: DiscoveryService;
  /** From now on its Kubernetes plugin knows these clusters. */
  setClusters(clusters: ClusterDetails[]): Promise<void>;
  stop(): Promise<void>;
}

type Unnumbered<Request> = Request extends unknown
  ? Omit<Request, 'id'>
  : never;

/** A free port of this machine. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/**
 * A real backend that listens, in a process of its own: with the services that a portal has, its
 * compression and its tokens among them, and with the real Kubernetes plugin, unless it is left out.
 */
export async function startPortal(options: {
  port: number;
  /** What the Kubernetes plugin knows; undefined for no such plugin. */
  clusters?: ClusterDetails[];
}): Promise<Portal> {
  const { port, clusters } = options;
  const portal = fork(
    join(__dirname, 'portalProcess.mts'),
    [`${port}`, `${clusters !== undefined}`],
    { execArgv: [], env: { ...process.env, NODE_ENV: 'test' } },
  );
  const waiting = new Map<number, (answer: PortalAnswer) => void>();
  portal.on('message', (answer: PortalAnswer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  const ended = once(portal, 'exit');

  const answerTo = (id: number) =>
    Promise.race([
      new Promise<PortalAnswer>(resolve => waiting.set(id, resolve)),
      ended.then(([code]): never => {
        throw new Error(`The portal ended with ${code}`);
      }),
    ]);
  let count = 0;
  const ask = (request: Unnumbered<PortalRequest>) => {
    count += 1;
    const answer = answerTo(count);
    portal.send({ ...request, id: count });
    return answer;
  };
  const setClusters = async (known: ClusterDetails[]) => {
    await ask({ kind: 'clusters', clusters: known });
  };

  await answerTo(0);
  await setClusters(clusters ?? []);
  return {
    auth: mockServices.auth.mock({
      getOwnServiceCredentials: async () => ({
        $$type: '@backstage/BackstageCredentials',
        principal: { type: 'service', subject: 'plugin:label-contract' },
      }),
      getPluginRequestToken: async ({ targetPluginId }) => {
        const { token } = await ask({ kind: 'token', targetPluginId });
        return { token: token ?? '' };
      },
    }),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async pluginId => `http://127.0.0.1:${port}/api/${pluginId}`,
    }),
    setClusters,
    async stop() {
      portal.kill();
      await ended;
    },
  };
}
