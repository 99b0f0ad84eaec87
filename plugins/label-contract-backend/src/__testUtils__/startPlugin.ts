import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ControlPlane } from '@internal/control-plane';
import {
  EntityReport,
  entityReportPath,
  KUBERNETES_ID,
} from '@portal-operations/plugin-label-contract-common';
import request from 'supertest';
import labelContractPlugin from '..';

/** A Component that claims its own name, or says something else by annotation. */
export function aComponent(
  name: string,
  annotations: Record<string, string> = { [KUBERNETES_ID]: name },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations },
    spec: { type: 'service', lifecycle: 'production', owner: 'payments-team' },
  };
}

/** The control plane as the portal knows it: by the token of its ServiceAccount. */
export async function workshopCluster(
  controlPlane: ControlPlane,
): Promise<object> {
  return {
    name: 'workshop',
    url: controlPlane.url,
    caData: controlPlane.caData,
    authProvider: 'serviceAccount',
    serviceAccountToken: await controlPlane.createToken({
      namespace: 'backstage',
      serviceAccount: 'rhdh-kubernetes-plugin',
    }),
  };
}

/** The whole plugin over HTTP, on clusters in the words of the Kubernetes plugin's configuration. */
export async function startPlugin(options: {
  clusters: readonly object[];
  entities: readonly Entity[];
}) {
  const { clusters, entities } = options;
  const backend = await startTestBackend({
    features: [
      labelContractPlugin,
      mockServices.rootConfig.factory({
        data: {
          kubernetes: {
            clusterLocatorMethods: [
              { type: 'config', clusters: [...clusters] },
            ],
          },
        },
      }),
      catalogServiceMock.factory({ entities: [...entities] }),
    ],
  });

  return {
    stop: () => backend.stop(),
    async report(name: string): Promise<EntityReport> {
      const path = entityReportPath({
        kind: 'component',
        namespace: 'default',
        name,
      });
      const response = await request(backend.server).get(
        `/api/label-contract${path}`,
      );
      expect(response.status).toBe(200);
      return response.body;
    },
  };
}
