import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import scaffolderEntityModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { until } from '@internal/control-plane';
import { resolve } from 'node:path';
import scaffolderModuleLabelContract from '..';
import { clusterConfig } from '../__testUtils__/clusterConfig';
import { scaffolderTasks } from '../__testUtils__/scaffolderTasks';
import {
  PortalCluster,
  startPortalCluster,
} from '../__testUtils__/startPortalCluster';

// Two real backends after each other, each with a catalog that reads the template.
jest.setTimeout(120_000);

const TEMPLATES = resolve(__dirname, '../../../../templates');
const TEMPLATE = 'deploy-new-service';
const form = {
  serviceName: 'order-tracker',
  teamName: 'inventory-team',
  lifecycle: 'production',
  planOnly: true,
};

let portal: PortalCluster;

beforeAll(async () => {
  portal = await startPortalCluster();
}, 600_000);

afterAll(async () => {
  await portal?.controlPlane.stop();
});

/** Runs with a portal that has a real catalog and a real scaffolder, and knows clusters of these names. */
async function withPortal<T>(
  clusters: string[],
  templates: JsonObject,
  work: (port: number) => Promise<T>,
): Promise<T> {
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      scaffolderEntityModel,
      scaffolderPlugin,
      scaffolderModuleLabelContract,
      mockServices.rootConfig.factory({
        data: {
          catalog: {
            rules: [{ allow: ['Template'] }],
            locations: [
              {
                type: 'file',
                target: `${TEMPLATES}/${TEMPLATE}/template.yaml`,
              },
            ],
            processingInterval: { seconds: 1 },
          },
          labelContract: { templates },
          kubernetes: {
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: clusters.map(name => clusterConfig(portal, name)),
              },
            ],
          },
        },
      }),
    ],
  });
  try {
    return await work(backend.server.port());
  } finally {
    await backend.stop();
  }
}

/** What the form is made of, once the catalog has read the template. */
async function firstPage(port: number) {
  const path = `templates/default/template/${TEMPLATE}/parameter-schema`;
  const { steps } = await until(
    async () => {
      const response = await fetch(
        `http://127.0.0.1:${port}/api/scaffolder/v2/${path}`,
      );
      return response.ok ? response.json() : undefined;
    },
    answer => answer !== undefined,
    { what: 'the template in the catalog', timeoutSeconds: 60 },
  );
  return steps[0].schema;
}

describe('the choice of a cluster', () => {
  it('is in the form where there are several, is needed, and is where the service goes', async () => {
    await withPortal(['east', 'west'], { offerClusters: true }, async port => {
      const { properties, required } = await firstPage(port);
      expect(properties.cluster).toMatchObject({
        title: 'Cluster',
        enum: ['east', 'west'],
      });
      expect(properties.cluster['ui:widget']).toBeUndefined();
      expect(required).toContain('cluster');

      const tasks = scaffolderTasks(port);
      for (const values of [form, { ...form, cluster: 'north' }]) {
        expect(await tasks.start(TEMPLATE, values)).toEqual({
          id: undefined,
          errors: expect.stringContaining('cluster'),
        });
      }
      const started = await tasks.start(TEMPLATE, { ...form, cluster: 'west' });
      const { status, log } = await tasks.end(`${started.id}`);
      expect([status, log]).toEqual([
        'completed',
        expect.stringContaining(
          'Plan: namespace order-tracker does not exist on west',
        ),
      ]);
    });
  });

  it.each([
    ['there is one', ['east'], { offerClusters: true }],
    ['nobody asked for it', ['east', 'west'], {}],
  ])('stays hidden where %s', async (_, clusters, templates) => {
    await withPortal(clusters, templates, async port => {
      const { properties, required } = await firstPage(port);
      expect(properties.cluster).toMatchObject({ 'ui:widget': 'hidden' });
      expect(properties.cluster.enum).toBeUndefined();
      expect(required).not.toContain('cluster');
    });
  });

  it('is asked for by the action where the form did not', async () => {
    await withPortal(['east', 'west'], {}, async port => {
      await firstPage(port);
      const tasks = scaffolderTasks(port);
      const started = await tasks.start(TEMPLATE, form);
      const { status, log } = await tasks.end(`${started.id}`);
      expect([status, log]).toEqual([
        'failed',
        expect.stringMatching(/cluster.*east, west/),
      ]);
    });
  });
});
