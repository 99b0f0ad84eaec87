import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { JsonObject } from '@backstage/types';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parse } from 'yaml';
import scaffolderModuleLabelContract from '..';
import type { PortalCluster } from './startPortalCluster';

/** How a task ended. */
export interface TaskRun {
  status: string;
  /** All lines of all steps. */
  log: string;
  output: unknown;
}

/** A real scaffolder with the actions and a template, on a cluster. */
export interface Scaffolder {
  /** Runs the template to its end, as the form would. */
  run(values: object): Promise<TaskRun>;
  stop(): Promise<void>;
}

const guest: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'mock', namespace: 'default' },
  spec: { memberOf: [] },
};

/**
 * Starts a scaffolder.
 *
 * @param options.template - name of the template, and of its folder in `templates/`.
 * @param options.entities - what the catalog has besides.
 * @param options.config - further configuration.
 */
export async function startScaffolder(options: {
  portal: PortalCluster;
  template: string;
  entities?: Entity[];
  config?: JsonObject;
}): Promise<Scaffolder> {
  const { portal, entities = [], config } = options;
  const template: Entity = parse(
    readFileSync(
      resolve(
        __dirname,
        `../../../../templates/${options.template}/template.yaml`,
      ),
      'utf8',
    ),
  );
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      scaffolderModuleLabelContract,
      catalogServiceMock.factory({
        entities: [
          {
            ...template,
            metadata: { ...template.metadata, namespace: 'default' },
          },
          guest,
          ...entities,
        ],
      }),
      mockServices.rootConfig.factory({
        data: {
          ...config,
          kubernetes: {
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  {
                    name: 'workshop',
                    url: portal.controlPlane.url,
                    authProvider: 'serviceAccount',
                    serviceAccountToken: portal.token,
                    caData: portal.controlPlane.caData,
                  },
                ],
              },
            ],
          },
        },
      }),
    ],
  });

  const api = async (path: string, init?: RequestInit) => {
    const response = await fetch(
      `http://127.0.0.1:${backend.server.port()}/api/scaffolder/v2/${path}`,
      { ...init, headers: { 'Content-Type': 'application/json' } },
    );
    return response.json();
  };

  return {
    async run(values) {
      const { id, errors } = await api('tasks', {
        method: 'POST',
        body: JSON.stringify({
          templateRef: `template:default/${options.template}`,
          values,
        }),
      });
      if (!id) {
        return {
          status: 'refused',
          log: JSON.stringify(errors),
          output: undefined,
        };
      }
      let task = await api(`tasks/${id}`);
      while (['open', 'processing'].includes(task.status)) {
        await delay(100);
        task = await api(`tasks/${id}`);
      }
      const events: {
        body: { message: string; output?: unknown; stepId?: string };
      }[] = await api(`tasks/${id}/events`);
      return {
        status: task.status,
        log: events.map(({ body }) => body.message).join('\n'),
        output: events.find(({ body }) => body.output)?.body.output,
      };
    },
    stop: () => backend.stop(),
  };
}
