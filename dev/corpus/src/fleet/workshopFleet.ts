import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import { createRandom } from './createRandom';
import { Fleet } from './Fleet';
import { FleetBuilder } from './FleetBuilder';
import { makeCluster } from './makeCluster';

/** Services of the workshop: value of claim, namespace, workloads. */
const SERVICES = [
  {
    name: 'weather-app',
    namespace: 'ops-track-demo',
    workloads: [
      'weather-frontend',
      'weather-api',
      'weather-collector',
      'weather-cache',
      'weather-alerts',
    ],
  },
  {
    name: 'payments-platform',
    namespace: 'payments-team',
    workloads: ['payments-api', 'payments-processor', 'payments-gateway'],
  },
  {
    name: 'inventory-system',
    namespace: 'inventory-team',
    workloads: [
      'inventory-api',
      'inventory-worker',
      'inventory-web',
      'inventory-db-migrator',
    ],
  },
  {
    name: 'central-alerts',
    namespace: 'central-alerts',
    workloads: ['central-alerts'],
  },
  { name: 'oadp-app', namespace: 'oadp-app', workloads: ['oadp-app'] },
];

/** The fleet of the workshop before anything in it is broken. */
export function workshopFleet(): Fleet {
  const cluster = 'workshop';
  const builder = new FleetBuilder(createRandom(1));
  for (const { name, namespace, workloads } of SERVICES) {
    const term = { key: KUBERNETES_ID, value: name };
    builder.register({
      name,
      term,
      workloads: workloads.map(workload =>
        builder.deploy(
          { cluster, namespace },
          { name: workload, labels: { [term.key]: term.value } },
        ),
      ),
    });
  }
  builder.deploy(
    { cluster, namespace: 'ops-track-demo' },
    { name: 'weather-db' },
  );
  builder.register({
    name: 'order-tracker',
    lifecycle: 'development',
    term: { key: KUBERNETES_ID, value: 'order-tracker' },
  });
  return builder.build('workshop', [makeCluster(cluster, 'live')]);
}
