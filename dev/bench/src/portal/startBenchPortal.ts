import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { until } from '@internal/control-plane';
import labelContractPlugin from '@portal-operations/plugin-label-contract-backend';
import {
  CLUSTERS_PATH,
  ClustersResponse,
  EntityReport,
  entityReportPath,
  FLEET_PATH,
  FleetResponse,
} from '@portal-operations/plugin-label-contract-common';
import { Agent, IncomingMessage, request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { PATIENCE_SECONDS } from './patience';

/** Options of {@link startBenchPortal}. */
export interface BenchPortalOptions {
  readonly cluster: {
    readonly url: string;
    readonly caData: string;
    readonly token: string;
  };
  readonly entities: readonly Entity[];
  /** Which of them are installed. */
  readonly plugins: readonly ('kubernetes' | 'label-contract')[];
}

/** A Backstage with the Kubernetes plugin and the label contract, as a browser sees it. */
export interface BenchPortal {
  /** What the Kubernetes tab asks for an entity, every 10 s: its objects. Returns the bytes of the answer. */
  askKubernetesTab(name: string): Promise<number>;
  /** What else the Kubernetes tab asks each time: the clusters. */
  askKubernetesClusters(): Promise<void>;
  /** What the label contract's card asks for an entity, every 5 s. */
  askReport(name: string): Promise<EntityReport>;
  /** Resolves when every kind of the cluster is in the index, and watched. */
  untilLive(): Promise<void>;
  /** Resolves when, besides, the catalog was read and the fleet looked through for the first time. */
  untilSettled(): Promise<void>;
  stop(): Promise<void>;
}

const CLUSTER = 'bench';

/** So often is looked whether the watches are live: rarely enough not to hold them up. */
const LOOK_MS = 20;

/** A question that the backend itself waits with needs no haste. */
const REST_MS = 200;

/**
 * Starts a backend with the real plugins, each configured as its documentation says, on a free port. The
 * catalog answers from memory, and everybody may do everything: both routes are spared the same.
 */
export async function startBenchPortal(
  options: BenchPortalOptions,
): Promise<BenchPortal> {
  const { cluster, entities, plugins } = options;
  const backend = await startTestBackend({
    features: [
      ...(plugins.includes('kubernetes') ? [kubernetesPlugin] : []),
      ...(plugins.includes('label-contract') ? [labelContractPlugin] : []),
      catalogOf(entities),
      mockServices.rootConfig.factory({
        data: {
          kubernetes: {
            serviceLocatorMethod: { type: 'multiTenant' },
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  {
                    name: CLUSTER,
                    url: cluster.url,
                    caData: cluster.caData,
                    authProvider: 'serviceAccount',
                    serviceAccountToken: cluster.token,
                    // There is no metrics API here; with one, the plugin asks two more times a namespace.
                    skipMetricsLookup: true,
                  },
                ],
              },
            ],
          },
        },
      }),
    ],
  });
  const agent = new Agent({ keepAlive: true });
  const port = backend.server.port();

  const ask = (method: string, path: string, body?: object) =>
    send({ agent, port, method, path: `/api/${path}`, body });
  const askReport = async (name: string): Promise<EntityReport> =>
    JSON.parse(
      await ask(
        'GET',
        `label-contract${entityReportPath({
          kind: 'component',
          namespace: 'default',
          name,
        })}`,
      ),
    );

  const untilLive = async () => {
    await until(
      async (): Promise<ClustersResponse> =>
        JSON.parse(await ask('GET', `label-contract${CLUSTERS_PATH}`)),
      isLive,
      {
        what: 'every watch to be live',
        timeoutSeconds: PATIENCE_SECONDS,
        intervalMilliseconds: LOOK_MS,
      },
    );
  };
  const fleetSize = async (): Promise<number | undefined> => {
    const answer = await ask(
      'GET',
      `label-contract${FLEET_PATH}?limit=1`,
    ).catch((error: Error) => error);
    if (!(answer instanceof Error)) {
      const fleet: FleetResponse = JSON.parse(answer);
      return fleet.unfilteredItems;
    }
    // It says so itself where it was not ready within its own time.
    if (answer.message.includes(' was answered 503')) {
      return undefined;
    }
    throw answer;
  };

  return {
    async askKubernetesTab(name) {
      const entity = entities.find(({ metadata }) => metadata.name === name);
      const answer = await ask('POST', `kubernetes/services/${name}`, {
        entity,
        auth: {},
      });
      return Buffer.byteLength(answer);
    },
    async askKubernetesClusters() {
      await ask('GET', 'kubernetes/clusters');
    },
    askReport,
    untilLive,
    async untilSettled() {
      await untilLive();
      await until(fleetSize, size => size === entities.length, {
        what: 'the fleet to be looked through',
        timeoutSeconds: PATIENCE_SECONDS,
        intervalMilliseconds: REST_MS,
      });
    },
    async stop() {
      agent.destroy();
      await backend.stop();
    },
  };
}

function isLive({ items }: ClustersResponse): boolean {
  const states = items.flatMap(({ watches }) => Object.values(watches));
  return states.length > 0 && states.every(({ kind }) => kind === 'live');
}

/**
 * The catalog's service with these entities. One is found by its name as quickly as in a database,
 * where the mock would go through all of them.
 */
function catalogOf(entities: readonly Entity[]) {
  const byRef = new Map(
    entities.map(entity => [stringifyEntityRef(entity), entity]),
  );
  const catalog = catalogServiceMock({ entities: [...entities] });
  catalog.getEntityByRef = async ref =>
    byRef.get(typeof ref === 'string' ? ref : stringifyEntityRef(ref));
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => catalog,
  });
}

interface Asked {
  readonly agent: Agent;
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly body?: object;
}

async function send(asked: Asked): Promise<string> {
  const { method, path } = asked;
  const answer = await open(asked);
  const received = await text(answer);
  if (answer.statusCode !== 200) {
    throw new Error(
      `${method} ${path} was answered ${answer.statusCode}: ${received.slice(
        0,
        300,
      )}`,
    );
  }
  return received;
}

function open(asked: Asked): Promise<IncomingMessage> {
  const { agent, port, method, path, body } = asked;
  const content = body && JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      {
        agent,
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: {
          Authorization: mockCredentials.user.header(),
          ...(content && {
            'Content-Type': 'application/json',
            'Content-Length': Buffer.byteLength(content),
          }),
        },
      },
      resolve,
    );
    sent.on('error', error => {
      // The server closes a connection that was idle for 5 s, which may cross with our question.
      if (sent.reusedSocket && 'code' in error && error.code === 'ECONNRESET') {
        open(asked).then(resolve, reject);
      } else {
        reject(error);
      }
    });
    sent.end(content);
  });
}
