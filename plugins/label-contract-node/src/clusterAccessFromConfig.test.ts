import { ConfigReader } from '@backstage/config';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InClusterAccountOptions } from './clusters/inClusterAccount';
import { configuredClusterAccess } from './clusterAccessFromConfig';

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const PEM_IN_BASE64 = Buffer.from(PEM).toString('base64');

const prod = {
  name: 'prod-1',
  url: 'https://prod-1.example.com:6443/',
  authProvider: 'serviceAccount',
  serviceAccountToken: 'token-of-prod-1',
};
const personal = {
  name: 'personal',
  url: 'https://personal.example.com',
  authProvider: 'oidc',
  oidcTokenProvider: 'okta',
};

function accessTo(
  clusters: object[],
  inCluster: InClusterAccountOptions = { environment: {} },
) {
  return accessOf([{ type: 'config', clusters }], inCluster);
}

function accessOf(
  clusterLocatorMethods: object[],
  inCluster: InClusterAccountOptions = { environment: {} },
) {
  return configuredClusterAccess(
    new ConfigReader({ kubernetes: { clusterLocatorMethods } }),
    inCluster,
  );
}

describe('clusterAccessFromConfig', () => {
  it('reaches a cluster with the configured address and token', async () => {
    const endpoint = await accessTo([
      { ...prod, caData: PEM_IN_BASE64, skipTLSVerify: true },
    ]).endpointOf('prod-1');

    expect(endpoint).toMatchObject({
      name: 'prod-1',
      url: 'https://prod-1.example.com:6443',
      caData: PEM_IN_BASE64,
      skipTlsVerify: true,
    });
    expect(await endpoint.headers()).toEqual({
      Authorization: 'Bearer token-of-prod-1',
    });
  });

  it('keeps the path of an address, and checks certificates unless told otherwise', async () => {
    const endpoint = await accessTo([
      { ...prod, url: 'https://rancher.example.com/k8s/clusters/c-1' },
    ]).endpointOf('prod-1');
    expect(endpoint).toMatchObject({
      url: 'https://rancher.example.com/k8s/clusters/c-1',
      skipTlsVerify: false,
    });
  });

  it('takes provider and token from authMetadata, as the Kubernetes plugin does', async () => {
    const endpoint = await accessTo([
      {
        name: 'prod-1',
        url: 'https://prod-1.example.com',
        authMetadata: {
          'kubernetes.io/auth-provider': 'serviceAccount',
          serviceAccountToken: 'from-metadata',
        },
      },
    ]).endpointOf();
    expect(await endpoint.headers()).toEqual({
      Authorization: 'Bearer from-metadata',
    });
  });

  it('chooses the only cluster where none is named', async () => {
    expect((await accessTo([prod]).endpointOf()).name).toBe('prod-1');
  });

  it('asks for a name where there are several, or none', async () => {
    await expect(accessTo([prod, personal]).endpointOf()).rejects.toThrow(
      'No cluster was named, and 2 are configured; name one of: prod-1, personal',
    );
    await expect(accessOf([]).endpointOf()).rejects.toThrow(
      'No cluster was named, and 0 are configured; name one of: none',
    );
  });

  it('names the known clusters for one that is not configured', async () => {
    await expect(
      accessTo([prod, personal]).endpointOf('prod-2'),
    ).rejects.toMatchObject({
      name: 'NotFoundError',
      message:
        "Cluster 'prod-2' is not configured; known clusters: prod-1, personal",
    });
  });

  it('knows no clusters without the Kubernetes plugin', async () => {
    const access = configuredClusterAccess(new ConfigReader({}), {
      environment: {},
    });
    expect(await access.listClusters()).toEqual([]);
  });

  it('lists what it cannot read by itself, with the reason and the cure', async () => {
    const access = accessOf([
      { type: 'config', clusters: [prod, { ...personal, title: 'Mine' }] },
      { type: 'gke', projectId: 'p' },
      { type: 'catalog' },
    ]);
    expect(await access.listClusters()).toMatchObject([
      { name: 'prod-1', authProvider: 'serviceAccount', isReadable: true },
      {
        name: 'personal',
        title: 'Mine',
        authProvider: 'oidc',
        isReadable: false,
        whyNot: expect.stringContaining("the authProvider 'oidc'"),
      },
      {
        name: 'gke (locator 2)',
        isReadable: false,
        whyNot: expect.stringContaining("the locator 'gke'"),
      },
      { name: 'catalog (locator 3)', isReadable: false },
    ]);
    await expect(access.endpointOf('personal')).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining("'serviceAccount'"),
    });
  });

  it('lists a cluster as not readable whose token came from a variable that is not set', async () => {
    const access = accessTo([{ ...prod, serviceAccountToken: undefined }]);
    expect(await access.listClusters()).toMatchObject([
      {
        isReadable: false,
        whyNot: expect.stringContaining('check that it is set'),
      },
    ]);
    await expect(access.endpointOf('prod-1')).rejects.toThrow(
      'no serviceAccountToken',
    );
  });

  it.each([
    ['url', { url: undefined }],
    ['name', { name: undefined }],
    ['url', { url: 'prod-1.example.com' }],
    ['url', { url: 'file:///etc/passwd' }],
    ['url', { url: 'https://user:hush@prod-1.example.com' }],
    ['authProvider', { authProvider: undefined }],
    ['caData', { caData: 'bm90IGEgY2VydGlmaWNhdGU=' }],
    ['caData', { caData: PEM }],
    ['serviceAccountToken', { serviceAccountToken: 'hu\nsh' }],
    ['skipTLSVerify', { skipTLSVerify: 'hush' }],
  ])('refuses a cluster with a wrong %s: %j', (key, wrong) => {
    const read = () => accessTo([prod, { ...prod, name: 'other', ...wrong }]);
    expect(read).toThrow(
      `kubernetes.clusterLocatorMethods[0].clusters[1].${key}`,
    );
    expect(read).not.toThrow(/hu.?sh/s);
  });

  it('refuses two clusters of one name, also in two locators', () => {
    const locator = { type: 'config', clusters: [prod] };
    expect(() => accessOf([locator, locator])).toThrow(
      "names the cluster 'prod-1' twice",
    );
  });
});

describe('clusterAccessFromConfig, in a pod', () => {
  let folder: string;
  let inCluster: InClusterAccountOptions;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'service-account-'));
    inCluster = {
      folder,
      environment: {
        KUBERNETES_SERVICE_HOST: '10.0.0.1',
        KUBERNETES_SERVICE_PORT: '443',
      },
    };
    await writeFile(join(folder, 'ca.crt'), PEM);
    await writeFile(join(folder, 'token'), 'first\n');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const here = { ...prod, serviceAccountToken: undefined };

  it("uses the pod's account, its address and its certificates where no token is configured", async () => {
    const endpoint = await accessTo([here], inCluster).endpointOf();
    expect(endpoint).toMatchObject({
      url: 'https://10.0.0.1:443',
      caData: PEM_IN_BASE64,
      skipTlsVerify: false,
    });
  });

  it('reads the token afresh for each request', async () => {
    const endpoint = await accessTo([here], inCluster).endpointOf();
    expect(await endpoint.headers()).toEqual({ Authorization: 'Bearer first' });
    await writeFile(join(folder, 'token'), 'second\n');
    expect(await endpoint.headers()).toEqual({
      Authorization: 'Bearer second',
    });
  });

  it('says which file cannot be read', async () => {
    const endpoint = await accessTo([here], inCluster).endpointOf();
    await rm(join(folder, 'token'));
    await expect(endpoint.headers()).rejects.toMatchObject({
      name: 'AuthenticationError',
      message: expect.stringContaining(join(folder, 'token')),
    });
  });

  it('prefers a configured token', async () => {
    const endpoint = await accessTo([prod], inCluster).endpointOf();
    expect(endpoint.url).toBe('https://prod-1.example.com:6443');
  });

  it('writes an IPv6 address as a URL does', async () => {
    const endpoint = await accessTo([here], {
      folder,
      environment: {
        KUBERNETES_SERVICE_HOST: 'fd00::1',
        KUBERNETES_SERVICE_PORT: '443',
      },
    }).endpointOf();
    expect(endpoint.url).toBe('https://[fd00::1]:443');
  });

  it('reads certificates from a caFile, and says when it cannot', async () => {
    const caFile = join(folder, 'ca.crt');
    const access = accessTo([{ ...prod, caFile }]);
    expect((await access.endpointOf()).caData).toBe(PEM_IN_BASE64);

    await rm(caFile);
    await expect(access.endpointOf()).rejects.toThrow(
      `The caFile of cluster 'prod-1' cannot be read: ${caFile}`,
    );
  });
});
