import type { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { JsonObject } from '@backstage/types';
import scaffolderModuleLabelContract from '..';

/** What a scaffolder is started with; plain enough for a process of its own. */
export interface ScaffolderSetup {
  /** The clusters that the portal knows. */
  clusters: JsonObject[];
  template: Entity;
  /** What the catalog has besides. */
  entities: Entity[];
  /** Further configuration. */
  config?: JsonObject;
}

const guest: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'mock', namespace: 'default' },
  spec: { memberOf: [] },
};

/** Starts a real scaffolder with the actions and a template. */
export function startScaffolderBackend(
  { clusters, template, entities, config }: ScaffolderSetup,
  features: BackendFeature[] = [],
) {
  return startTestBackend({
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
          kubernetes: { clusterLocatorMethods: [{ type: 'config', clusters }] },
        },
      }),
      ...features,
    ],
  });
}
