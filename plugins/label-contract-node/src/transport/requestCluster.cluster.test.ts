import { ConfigReader } from '@backstage/config';
import {
  ControlPlane,
  seedWorkshop,
  startControlPlane,
} from '@internal/control-plane';
import { text } from 'node:stream/consumers';
import { clusterAccessFromConfig } from '../clusterAccessFromConfig';
import { requestCluster } from './requestCluster';

const CONTROL_PLANE_LIMIT_MS = 120_000;

describe('requestCluster, on a real API server', () => {
  let controlPlane: ControlPlane;
  let serviceAccountToken: string;

  beforeAll(async () => {
    controlPlane = await startControlPlane();
    await seedWorkshop(controlPlane);
    serviceAccountToken = await controlPlane.createToken({
      namespace: 'backstage',
      serviceAccount: 'rhdh-kubernetes-plugin',
    });
  }, CONTROL_PLANE_LIMIT_MS);

  afterAll(() => controlPlane?.stop(), CONTROL_PLANE_LIMIT_MS);

  const endpointWith = (trust: object) =>
    clusterAccessFromConfig(
      new ConfigReader({
        kubernetes: {
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [
                {
                  name: 'workshop',
                  url: controlPlane.url,
                  authProvider: 'serviceAccount',
                  serviceAccountToken,
                  ...trust,
                },
              ],
            },
          ],
        },
      }),
    ).endpointOf('workshop');

  const deployments = {
    path: '/apis/apps/v1/namespaces/payments-team/deployments',
  };

  it.each([
    ['the configured certificates', () => ({ caData: controlPlane.caData })],
    ['a file of certificates', () => ({ caFile: controlPlane.caFile })],
    ['whatever certificate there is', () => ({ skipTLSVerify: true })],
  ])('reads workloads, trusting %s', async (_, trust) => {
    const endpoint = await endpointWith(trust());
    const response = await requestCluster(endpoint, deployments);
    expect(response.status).toBe(200);
    expect(await text(response.body)).toContain('payments-gateway');
  });

  it('refuses an unknown certificate, even while another endpoint keeps a connection to that server', async () => {
    for (const trust of [
      { caData: controlPlane.caData },
      { skipTLSVerify: true },
    ]) {
      const trusting = await endpointWith(trust);
      await text((await requestCluster(trusting, deployments)).body);
    }
    const wary = await endpointWith({});
    await expect(requestCluster(wary, deployments)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('certificate'),
    });
  });
});
