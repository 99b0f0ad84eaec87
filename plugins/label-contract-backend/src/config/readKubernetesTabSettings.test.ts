import { ConfigReader } from '@backstage/config';
import { DEFAULT_KUBERNETES_TAB_SETTINGS } from '@portal-operations/plugin-label-contract-common';
import { readKubernetesTabSettings } from './readKubernetesTabSettings';

const read = (kubernetes?: object) =>
  readKubernetesTabSettings(
    new ConfigReader(kubernetes ? { kubernetes: { ...kubernetes } } : {}),
  );

const withCluster = (cluster: object) =>
  read({ clusterLocatorMethods: [{ type: 'config', clusters: [cluster] }] });

describe('readKubernetesTabSettings', () => {
  it('takes the defaults of the Kubernetes plugin where nothing is configured', () => {
    expect(read()).toEqual(DEFAULT_KUBERNETES_TAB_SETTINGS);
    expect(read({})).toEqual(DEFAULT_KUBERNETES_TAB_SETTINGS);
  });

  it.each(['multiTenant', 'singleTenant', 'catalogRelation'])(
    'knows the locator %s',
    type => {
      const { serviceLocator } = read({ serviceLocatorMethod: { type } });
      expect(serviceLocator).toBe(type);
    },
  );

  it.each(['http', 'singletenant'])(
    'refuses the locator %s and names those that are allowed',
    type => {
      expect(() => read({ serviceLocatorMethod: { type } })).toThrow(
        `kubernetes.serviceLocatorMethod.type is '${type}', which the Kubernetes plugin does not know; set it to one of: multiTenant, singleTenant, catalogRelation`,
      );
    },
  );

  it('reads object types and custom resources, of all clusters and of one', () => {
    const rollout = {
      group: 'argoproj.io',
      apiVersion: 'v1alpha1',
      plural: 'rollouts',
    };
    const settings = read({
      objectTypes: ['pods', 'deployments'],
      customResources: [rollout],
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name: 'prod-east',
              authProvider: 'serviceAccount',
              customResources: [],
            },
            { name: 'prod-west', authProvider: 'aws' },
          ],
        },
      ],
    });

    expect(settings).toEqual({
      serviceLocator: 'multiTenant',
      objectTypes: ['pods', 'deployments'],
      customResources: [rollout],
      clusters: [
        {
          name: 'prod-east',
          authProvider: 'serviceAccount',
          customResources: [],
        },
        { name: 'prod-west', authProvider: 'aws' },
      ],
      hasUnlistedClusters: false,
    });
  });

  it('takes an empty list of object types for what it is', () => {
    expect(read({ objectTypes: [] }).objectTypes).toEqual([]);
  });

  it('prefers authMetadata, as the Kubernetes plugin does', () => {
    const { clusters } = withCluster({
      name: 'prod-east',
      authProvider: 'serviceAccount',
      authMetadata: {
        'kubernetes.io/auth-provider': 'oidc',
        'kubernetes.io/oidc-token-provider': 'okta',
      },
    });
    expect(clusters).toEqual([
      { name: 'prod-east', authProvider: 'oidc', oidcTokenProvider: 'okta' },
    ]);
  });

  it('reads no credential', () => {
    const settings = withCluster({
      name: 'prod-east',
      authProvider: 'serviceAccount',
      serviceAccountToken: 'of-prod-east',
    });
    expect(JSON.stringify(settings)).not.toContain('of-prod-east');
  });

  it('remembers that a locator has clusters that are not listed', () => {
    const { clusters, hasUnlistedClusters } = read({
      clusterLocatorMethods: [{ type: 'gke', projectId: 'p' }],
    });
    expect(clusters).toEqual([]);
    expect(hasUnlistedClusters).toBe(true);
  });

  it.each([
    [
      { serviceLocatorMethod: { type: ['multiTenant'] } },
      'kubernetes.serviceLocatorMethod.type',
    ],
    [{ objectTypes: 'pods' }, 'kubernetes.objectTypes'],
    [{ objectTypes: [1] }, 'kubernetes.objectTypes[0]'],
    [
      { customResources: [{ group: 'apps', apiVersion: 'v1' }] },
      'kubernetes.customResources[0].plural',
    ],
    [
      {
        clusterLocatorMethods: [{ type: 'config', clusters: [{ name: 'a' }] }],
      },
      'kubernetes.clusterLocatorMethods[0].clusters[0].authProvider',
    ],
  ])('names the path of what is malformed in %j', (kubernetes, path) => {
    expect(() => read(kubernetes)).toThrow(path);
  });
});
