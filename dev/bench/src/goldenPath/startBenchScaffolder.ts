import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { until } from '@internal/control-plane';
import scaffolderModuleLabelContract from '@portal-operations/plugin-scaffolder-backend-module-label-contract';
import { PATIENCE_SECONDS } from '../portal/patience';

/** How often is looked whether a task has ended. */
const LOOK_MS = 20;

/** On whose behalf the tasks run. */
const user: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'mock', namespace: 'default' },
  spec: { memberOf: [] },
};

/** A real scaffolder with the actions of the label contract. */
export interface BenchScaffolder {
  /**
   * Runs a template to its end and returns the milliseconds that it took, as the one who clicked sees it.
   *
   * @throws Error with the task's log where it failed.
   */
  run(template: string, values: object): Promise<number>;
  stop(): Promise<void>;
}

/** Starts it on a free port, with the templates that the catalog has. */
export async function startBenchScaffolder(options: {
  cluster: { url: string; caData: string; token: string };
  templates: readonly Entity[];
}): Promise<BenchScaffolder> {
  const { cluster, templates } = options;
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      scaffolderModuleLabelContract,
      catalogServiceMock.factory({
        entities: [
          ...templates.map(template => ({
            ...template,
            metadata: { ...template.metadata, namespace: 'default' },
          })),
          user,
        ],
      }),
      mockServices.rootConfig.factory({
        data: {
          kubernetes: {
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  {
                    name: 'bench',
                    url: cluster.url,
                    authProvider: 'serviceAccount',
                    serviceAccountToken: cluster.token,
                    caData: cluster.caData,
                  },
                ],
              },
            ],
          },
        },
      }),
    ],
  });
  const ask = async (path: string, init?: RequestInit) => {
    const response = await fetch(
      `http://127.0.0.1:${backend.server.port()}/api/scaffolder/v2/${path}`,
      { ...init, headers: { 'Content-Type': 'application/json' } },
    );
    return response.json();
  };

  return {
    async run(template, values) {
      const startedAt = performance.now();
      const { id } = await ask('tasks', {
        method: 'POST',
        body: JSON.stringify({
          templateRef: `template:default/${template}`,
          values,
        }),
      });
      const { status } = await until(
        () => ask(`tasks/${id}`),
        task => !['open', 'processing'].includes(task.status),
        {
          what: `the end of ${template}`,
          timeoutSeconds: PATIENCE_SECONDS,
          intervalMilliseconds: LOOK_MS,
        },
      );
      const milliseconds = performance.now() - startedAt;
      if (status !== 'completed') {
        throw new Error(
          `${template} ${status}: ${JSON.stringify(
            await ask(`tasks/${id}/events`),
          )}`,
        );
      }
      return milliseconds;
    },
    stop: () => backend.stop(),
  };
}
