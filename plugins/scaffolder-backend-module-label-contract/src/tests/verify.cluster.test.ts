import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- a test of both together
import labelContractPlugin from '@portal-operations/plugin-label-contract-backend';
import { parse } from 'yaml';
import { entityVerifyAction } from '../actions/entityVerifyAction';
import { examples } from '../actions/entityVerifyAction.examples';
import { createReportReader } from '../reports/ReportReader';
import { actionsOn, ActionsOnCluster } from '../__testUtils__/actionsOn';
import { clusterConfig } from '../__testUtils__/clusterConfig';
import { runAction, RunActionOptions } from '../__testUtils__/runAction';
import {
  PortalCluster,
  startPortalCluster,
} from '../__testUtils__/startPortalCluster';

jest.setTimeout(120_000);

const KUBERNETES_ID = 'backstage.io/kubernetes-id';

const component = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: { [KUBERNETES_ID]: name },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'inventory-team' },
});
const entities = ['order-tracker', 'billing', 'idle'].map(component);

let portal: PortalCluster;
let actions: ActionsOnCluster;
let backend: Awaited<ReturnType<typeof startBackend>>;

/** What the person who started the task may do. */
let result: AuthorizeResult.ALLOW | AuthorizeResult.DENY =
  AuthorizeResult.ALLOW;

/** The backend of the label contract, which watches the cluster. */
function startBackend() {
  return startTestBackend({
    features: [
      labelContractPlugin,
      catalogServiceMock.factory({ entities }),
      mockServices.permissions.mock({
        authorize: async asked => asked.map(() => ({ result })),
        authorizeConditional: async asked => asked.map(() => ({ result })),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          kubernetes: {
            clusterLocatorMethods: [
              { type: 'config', clusters: [clusterConfig(portal)] },
            ],
          },
        },
      }),
    ],
  });
}

beforeAll(async () => {
  portal = await startPortalCluster();
  actions = actionsOn(portal, entities);
  backend = await startBackend();
}, 600_000);

afterAll(async () => {
  await backend?.stop();
  await portal?.controlPlane.stop();
});

function verify(input: JsonObject, options: RunActionOptions = {}) {
  const port = backend.server.port();
  const reports = createReportReader({
    auth: mockServices.auth(),
    discovery: {
      getBaseUrl: async plugin => `http://127.0.0.1:${port}/api/${plugin}`,
      getExternalBaseUrl: async plugin =>
        `http://127.0.0.1:${port}/api/${plugin}`,
    },
  });
  const catalog = catalogServiceMock({ entities });
  return runAction(entityVerifyAction({ catalog, reports }), input, options);
}

async function deploy(service: string) {
  const place = { namespace: service, service, team: 'inventory-team' };
  const runs = [
    await actions.createNamespace(place),
    await actions.deploy({ ...place, component: 'api' }),
    await actions.deploy({ ...place, component: 'worker' }),
  ];
  const [error] = runs.flatMap(run => run.error ?? []);
  if (error) {
    throw error;
  }
}

describe('label-contract:entity:verify, asking the real backend', () => {
  it('waits until all of it is visible, as the examples do', async () => {
    await deploy('order-tracker');
    for (const { example } of examples) {
      const [{ input }] = parse(example).steps;
      const { error, outputs } = await verify(input);
      expect([error, outputs]).toEqual([
        undefined,
        expect.objectContaining({
          isInCatalog: true,
          contract: 'met',
          health: 'healthy',
          pods: 2,
          headline: '2 of 2 pods ready, and visible in the Kubernetes tab',
          catalogInfo: '',
        }),
      ]);
    }
  });

  it('fails with the finding and its fix where the label was lost', async () => {
    await deploy('billing');
    await actions.kubectl(
      'label',
      'deployment/billing-worker',
      '--namespace=billing',
      `${KUBERNETES_ID}-`,
    );
    const { error, outputs } = await verify({
      entityRef: 'billing',
      workloads: ['billing-api', 'billing-worker'],
      minimumPods: 2,
      waitSeconds: 3,
    });
    expect(error?.message).toMatch(
      /^waitSeconds: after 3 seconds, component:default\/billing: contract violated.*Not so: Deployment billing-worker in namespace billing on workshop \(label-on-object, for ops\)\. To put it right: `kubectl patch deployment billing-worker .*`\. What was deployed stays as it is\.$/,
    );
    expect(outputs.findings).toContainEqual(
      expect.objectContaining({
        rule: 'label-on-object',
        fix: expect.stringContaining(`"${KUBERNETES_ID}":"billing"`),
      }),
    );
  });

  it('says what is missing where nothing was deployed', async () => {
    const { error } = await verify({ entityRef: 'idle', waitSeconds: 2 });
    expect(error?.message).toMatch(/^waitSeconds: after 2 seconds, .*idle/);
  });

  it('ends within a second when the task is cancelled', async () => {
    const cancelled = new AbortController();
    const started = performance.now();
    const run = verify(
      { entityRef: 'idle' },
      { signal: cancelled.signal, onLine: () => cancelled.abort() },
    );
    const { error } = await run;
    expect(error?.message).toContain('The task was cancelled.');
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('offers the catalog file of a service that the catalog does not have', async () => {
    const { error, outputs } = await verify({ entityRef: 'unheard-of' });
    expect([error, outputs.isInCatalog]).toEqual([undefined, false]);
    expect(outputs.catalogInfo).toContain('name: unheard-of');
  });

  it('names the permissions that the person lacks', async () => {
    result = AuthorizeResult.DENY;
    try {
      const { error } = await verify({
        entityRef: 'order-tracker',
        waitSeconds: 2,
      });
      expect([error?.name, error?.message]).toEqual([
        'NotAllowedError',
        'The report may not be read. It takes the permissions label-contract.report.read and kubernetes.resources.read.',
      ]);
    } finally {
      result = AuthorizeResult.ALLOW;
    }
  });
});
