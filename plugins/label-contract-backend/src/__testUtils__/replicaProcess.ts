import {
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  entityReportPath,
  KUBERNETES_ID,
} from '@portal-operations/plugin-label-contract-common';
import { knex } from 'knex';
import labelContractPlugin from '..';

/** One replica of the portal, for a test that kills it; ends with the process that started it. */
async function main() {
  const { cluster, connection, name } = JSON.parse(process.argv[2]);
  process.once('disconnect', () => process.exit());
  const database = knex({ client: 'pg', connection });
  const backend = await startTestBackend({
    features: [
      labelContractPlugin,
      schedulerServiceFactory,
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => database }),
      }),
      mockServices.rootConfig.factory({
        data: {
          kubernetes: {
            clusterLocatorMethods: [{ type: 'config', clusters: [cluster] }],
          },
        },
      }),
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name, annotations: { [KUBERNETES_ID]: name } },
          },
        ],
      }),
    ],
  });

  const path = entityReportPath({
    kind: 'component',
    namespace: 'default',
    name,
  });
  const look = async () => {
    const response = await fetch(
      `http://127.0.0.1:${backend.server.port()}/api/label-contract${path}`,
      { headers: { authorization: 'Bearer mock-user-token' } },
    );
    const report = await response.json();
    if (report.contract?.verdict === 'met') {
      process.send?.('live');
    } else {
      setTimeout(look, 100);
    }
  };
  await look();
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
