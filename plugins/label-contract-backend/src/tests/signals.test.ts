import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import signalsPlugin from '@backstage/plugin-signals-backend';
import { until } from '@internal/control-plane';
import {
  SIGNAL_CHANNEL,
  CLUSTERS_PATH,
} from '@portal-operations/plugin-label-contract-common';
import { once } from 'node:events';
import { createServer, ServerResponse } from 'node:http';
import request from 'supertest';
import labelContractPlugin from '..';

jest.setTimeout(60_000);

/** A cluster that keeps everybody waiting until it is told to refuse them, which is news. */
async function startCluster() {
  const waiting = new Set<ServerResponse>();
  let isRefusing = false;
  const refuse = (response: ServerResponse) => response.writeHead(401).end();
  const server = createServer((_, response) => {
    if (isRefusing) {
      refuse(response);
    } else {
      waiting.add(response);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The system gave no port');
  }
  return {
    kubernetes: {
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name: 'prod-1',
              url: `http://127.0.0.1:${address.port}`,
              authProvider: 'serviceAccount',
              serviceAccountToken: 'token-of-prod-1',
            },
          ],
        },
      ],
    },
    refuseAll() {
      isRefusing = true;
      waiting.forEach(refuse);
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const featuresOn = ({ kubernetes }: { kubernetes: object }) => [
  labelContractPlugin,
  mockServices.rootConfig.factory({ data: { kubernetes: { ...kubernetes } } }),
  catalogServiceMock.factory({ entities: [] }),
];

/** Connects as a browser does: the first attempt of all only makes the plugin listen. */
async function connect(url: string): Promise<WebSocket> {
  return until(
    async () => {
      const socket = new WebSocket(url);
      await new Promise(resolve => {
        socket.addEventListener('open', resolve);
        socket.addEventListener('error', resolve);
        setTimeout(resolve, 500);
      });
      if (socket.readyState !== WebSocket.OPEN) {
        socket.close();
      }
      return socket;
    },
    socket => socket.readyState === WebSocket.OPEN,
  );
}

describe('the signals of the plugin', () => {
  let cluster: Awaited<ReturnType<typeof startCluster>>;

  beforeEach(async () => {
    cluster = await startCluster();
  });
  afterEach(() => cluster.stop());

  it('reach a browser, and say only that something changed', async () => {
    const backend = await startTestBackend({
      features: [
        ...featuresOn(cluster),
        signalsPlugin,
        // The one of the test backend hands nothing from one plugin to another.
        eventsServiceFactory,
      ],
    });
    const messages: unknown[] = [];
    const socket = await connect(
      `ws://127.0.0.1:${backend.server.port()}/api/signals`,
    );
    socket.addEventListener('message', ({ data }) =>
      messages.push(JSON.parse(data)),
    );
    socket.send(
      JSON.stringify({ action: 'subscribe', channel: SIGNAL_CHANNEL }),
    );
    try {
      cluster.refuseAll();
      const [first] = await until(
        () => messages,
        found => found.length > 0,
      );
      expect(first).toEqual({
        channel: SIGNAL_CHANNEL,
        message: { generation: expect.any(Number) },
      });
    } finally {
      socket.close();
      await backend.stop();
    }
  });

  it('are not missed by a portal without the signals plugin', async () => {
    const logger = mockServices.logger.mock();
    const publish = jest.fn(async () => undefined);
    const backend = await startTestBackend({
      features: [
        ...featuresOn(cluster),
        logger.factory,
        mockServices.events.mock({ publish }).factory,
      ],
    });
    try {
      await until(
        () => logger.info.mock.calls.flat(),
        words =>
          words.some(each =>
            String(each).startsWith('The signals plugin is not installed'),
          ),
      );
      expect(publish).not.toHaveBeenCalled();
      const response = await request(backend.server).get(
        `/api/label-contract${CLUSTERS_PATH}`,
      );
      expect(response.status).toBe(200);
    } finally {
      await backend.stop();
    }
  });
});
