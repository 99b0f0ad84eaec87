import { createMockDirectory } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { parse } from 'yaml';
import { runAction } from '../__testUtils__/runAction';
import { examples } from './manifestsWriteAction.examples';
import { manifestsWriteAction } from './manifestsWriteAction';

// What an action loads when it runs first takes a busy machine some seconds.
jest.setTimeout(60_000);

const order = {
  namespace: 'order-tracker',
  team: 'inventory-team',
  service: 'order-tracker',
};

describe('label-contract:manifests:write', () => {
  const workspace = createMockDirectory();
  const action = manifestsWriteAction({
    catalog: catalogServiceMock({
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name: 'order-tracker',
            namespace: 'default',
            annotations: { 'backstage.io/kubernetes-id': 'orders' },
          },
        },
      ],
    }),
  });
  const write = (input: object) =>
    runAction(
      action,
      { ...order, ...input },
      { workspacePath: workspace.path },
    );

  beforeEach(() => workspace.clear());

  it('writes a file for each object, with the label that the entity claims', async () => {
    const { outputs, log } = await write({ targetPath: 'manifests' });

    const { manifests } = workspace.content() as {
      manifests: Record<string, string>;
    };
    expect(Object.keys(manifests).sort()).toEqual([
      'api-deployment.yaml',
      'api-service.yaml',
      'namespace.yaml',
      'worker-deployment.yaml',
    ]);
    expect(
      parse(manifests['worker-deployment.yaml']).spec.template.metadata.labels,
    ).toMatchObject({ 'backstage.io/kubernetes-id': 'orders' });
    expect(outputs.deployments).toEqual([
      'order-tracker-api',
      'order-tracker-worker',
    ]);
    expect(outputs.rows).toContain(
      '| Service | `order-tracker-api` | `api-service.yaml` |',
    );
    expect(log).toEqual([
      'component:default/order-tracker claims workloads with backstage.io/kubernetes-id=orders',
      'Wrote namespace.yaml, api-deployment.yaml, api-service.yaml, worker-deployment.yaml',
    ]);
  });

  it('refuses a folder outside of the workspace', async () => {
    const { error } = await write({ targetPath: '../elsewhere' });
    expect(error?.name).toBe('NotAllowedError');
  });

  it('refuses a worker that would be the api', async () => {
    const { error } = await write({ worker: { name: 'order-tracker-api' } });
    expect(error?.message).toBe(
      "worker.name: found 'order-tracker-api'; allowed: another name than that of the api",
    );
    expect(workspace.content()).toEqual({});
  });

  it.each(examples.map(({ description, example }) => [description, example]))(
    'runs its example: %s',
    async (_description, example) => {
      const [{ input }] = parse(example).steps;
      const { error, outputs } = await runAction(action, input, {
        workspacePath: workspace.path,
      });
      expect([error, outputs.files]).toEqual([
        undefined,
        expect.arrayContaining(['namespace.yaml', 'worker-deployment.yaml']),
      ]);
    },
  );
});
