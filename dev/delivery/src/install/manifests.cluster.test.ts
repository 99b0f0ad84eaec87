import {
  startControlPlane,
  until,
  type ControlPlane,
} from '@internal/control-plane';
import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { listAt, keysAt, textAt, textsAt, valueAt } from '../check/valueAt';
import { deliveredPlugins } from '../plugins/deliveredPlugins';
import { providePrometheusCrds } from './providePrometheusCrds';

const rootFolder = path.resolve(__dirname, '../../../..');
const installFolder = path.join(rootFolder, 'install');
const overlays = ['rhdh-1.8', 'rhdh-1.10'];

const folderOf = (overlay: string) =>
  path.join(installFolder, 'overlays', overlay);

/** Every manifest below install/, and every folder that is applied as a whole; what only configures a portal is neither. */
function applicable(): { manifests: string[]; folders: string[] } {
  const files = readdirSync(installFolder, { recursive: true })
    .map(String)
    .filter(file => file.endsWith('.yaml'))
    .sort();
  const kindsOf = (file: string) =>
    parseAllDocuments(readFileSync(path.join(installFolder, file), 'utf8')).map(
      document => textAt(document.toJS(), 'kind'),
    );
  return {
    manifests: files.filter(file => {
      const kinds = kindsOf(file);
      return !kinds.some(
        kind =>
          kind === undefined || ['Kustomization', 'Component'].includes(kind),
      );
    }),
    folders: files
      .filter(file => kindsOf(file)[0] === 'Kustomization')
      .map(file => path.dirname(file)),
  };
}

/** A control plane starts and stops on a machine that has other things to do. */
jest.setTimeout(240_000);

describe('what install/ has to apply', () => {
  let cluster: ControlPlane;

  beforeAll(async () => {
    cluster = await startControlPlane();
    for (const namespace of ['backstage', 'argocd']) {
      await cluster.kubectl(['create', 'namespace', namespace]);
    }
    await cluster.kubectl([
      'create',
      '--filename',
      path.join(__dirname, '../../crds'),
      ...(await providePrometheusCrds()).flatMap(file => ['--filename', file]),
    ]);
    await cluster.kubectl([
      'wait',
      '--for=condition=Established',
      'crd',
      '--all',
    ]);
  });

  afterAll(() => cluster?.stop());

  async function built(folder: string): Promise<unknown[]> {
    const text = await cluster.kubectl(['kustomize', folder]);
    return parseAllDocuments(text).map(document => document.toJS());
  }

  async function find(overlay: string, kind: string, name: string) {
    const found = (await built(folderOf(overlay))).find(
      object =>
        textAt(object, 'kind') === kind &&
        textAt(object, 'metadata', 'name') === name,
    );
    if (!found) {
      throw new Error(`The overlay ${overlay} has no ${kind} ${name}`);
    }
    return found;
  }

  async function yamlIn(overlay: string, configMap: string, key: string) {
    const found = await find(overlay, 'ConfigMap', configMap);
    return parse(textAt(found, 'data', key) ?? '');
  }

  describe.each(overlays)('%s', overlay => {
    it('is accepted by an API server that knows the kind Backstage', async () => {
      const accepted = await cluster.kubectl([
        'apply',
        '--server-side',
        '--dry-run=server',
        '--output=name',
        '--kustomize',
        folderOf(overlay),
      ]);
      expect(accepted.trim().split('\n').sort()).toEqual([
        'backstage.rhdh.redhat.com/developer-hub',
        'clusterrole.rbac.authorization.k8s.io/rhdh-cluster-reader',
        'clusterrole.rbac.authorization.k8s.io/rhdh-scaffolder',
        'clusterrolebinding.rbac.authorization.k8s.io/rhdh-cluster-reader',
        'clusterrolebinding.rbac.authorization.k8s.io/rhdh-scaffolder-binding',
        'configmap/app-config-rhdh',
        'configmap/dynamic-plugins-rhdh',
        'configmap/pre-built-catalog',
        'networkpolicy.networking.k8s.io/developer-hub',
        'secret/rhdh-kubernetes-plugin-token',
        'serviceaccount/rhdh-kubernetes-plugin',
      ]);
    });

    it('grants what install/rbac grants, with which every other test runs', async () => {
      const objects = await built(folderOf(overlay));
      const granted = await built(path.join(installFolder, 'rbac'));
      expect(granted.length).toBeGreaterThan(4);
      expect(objects).toEqual(expect.arrayContaining(granted));
      expect(
        objects.filter(object => /Role/.test(textAt(object, 'kind') ?? '')),
      ).toHaveLength(
        granted.filter(object => /Role/.test(textAt(object, 'kind') ?? ''))
          .length,
      );
    });

    it('has every ConfigMap and Secret that the Backstage resource names', async () => {
      const application = valueAt(
        await find(overlay, 'Backstage', 'developer-hub'),
        'spec',
        'application',
      );
      const namesAt = (...keys: string[]) =>
        listAt(application, ...keys).map(item => textAt(item, 'name') ?? '');
      for (const name of [
        `${textAt(application, 'dynamicPluginsConfigMapName')}`,
        ...namesAt('appConfig', 'configMaps'),
        ...namesAt('extraFiles', 'configMaps'),
      ]) {
        await find(overlay, 'ConfigMap', name);
      }
      expect(namesAt('extraFiles', 'secrets')).toEqual([
        'rhdh-kubernetes-plugin-token',
      ]);
    });

    it('reads only catalog files that are in the ConfigMap pre-built-catalog', async () => {
      const mounted = '/opt/app-root/src/pre-built-catalog/';
      const config = await yamlIn(
        overlay,
        'app-config-rhdh',
        'app-config-rhdh.yaml',
      );
      const targets = listAt(config, 'catalog', 'locations').map(location =>
        textAt(location, 'target'),
      );
      const files = keysAt(
        await find(overlay, 'ConfigMap', 'pre-built-catalog'),
        'data',
      );
      expect(targets.length).toBeGreaterThan(3);
      expect(files.map(file => `${mounted}${file}`)).toEqual(
        expect.arrayContaining(targets),
      );
    });

    it('installs every plugin that is delivered', async () => {
      const config = await yamlIn(
        overlay,
        'dynamic-plugins-rhdh',
        'dynamic-plugins.yaml',
      );
      const enabled = listAt(config, 'plugins').filter(
        plugin => valueAt(plugin, 'disabled') === false,
      );
      const packages = enabled.map(plugin => textAt(plugin, 'package'));
      expect(
        packages.filter(name => name?.startsWith('./local-plugins/')),
      ).toHaveLength(deliveredPlugins.length);
    });
  });

  const { manifests, folders } = applicable();

  it.each(manifests)('has an API server accept %s', async file => {
    await expect(
      cluster.kubectl([
        'apply',
        '--server-side',
        '--dry-run=server',
        '--filename',
        path.join(installFolder, file),
      ]),
    ).resolves.toContain('serverside-applied (server dry run)');
  });

  it.each(folders)(
    'has a folder %s that can be applied as a whole',
    async folder => {
      await expect(
        cluster.kubectl([
          'apply',
          '--server-side',
          '--dry-run=server',
          '--kustomize',
          path.join(installFolder, folder),
        ]),
      ).resolves.toContain('serverside-applied (server dry run)');
    },
  );

  it('has overlays that differ in nothing but where Developer Hub has its own plugins', async () => {
    const lists = await Promise.all(
      overlays.map(async overlay =>
        parse(
          await readFile(
            path.join(folderOf(overlay), 'dynamic-plugins.yaml'),
            'utf8',
          ),
        ),
      ),
    );
    const [older, newer] = lists.map(list => ({
      includes: textsAt(list, 'includes'),
      plugins: listAt(list, 'plugins').map(plugin => {
        const name = textAt(plugin, 'package') ?? '';
        const own =
          /^\.\/dynamic-plugins\/dist\/(.+?)(?:-dynamic)?$/.exec(name) ??
          /^oci:\/\/registry\.access\.redhat\.com\/rhdh\/(.+):\{\{inherit\}\}$/.exec(
            name,
          );
        return { ...Object(plugin), package: own?.[1] ?? name };
      }),
    }));
    expect(newer).toEqual(older);
  });

  it('follows the overlay of docs/install.md into another namespace, bindings too', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'portal-overlay-'));
    try {
      const page = await readFile(
        path.join(rootFolder, 'docs/install.md'),
        'utf8',
      );
      const overlay = [...page.matchAll(/```yaml\n(.*?)```/gs)]
        .map(([, text]) => text)
        .find(text => text.includes('namespace: portal'));
      await writeFile(
        path.join(folder, 'kustomization.yaml'),
        overlay ?? 'docs/install.md has no such overlay',
      );
      for (const name of ['install', 'catalog-info', 'templates']) {
        await cp(
          path.join(rootFolder, name),
          path.join(folder, 'release', name),
          { recursive: true },
        );
      }
      const objects = await built(folder);
      const namespaces = objects.flatMap(object => [
        textAt(object, 'metadata', 'namespace'),
        ...listAt(object, 'subjects').map(one => textAt(one, 'namespace')),
      ]);
      expect(objects).toHaveLength(11);
      expect(new Set(namespaces)).toEqual(new Set(['portal', undefined]));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('is refused where a field has no meaning', async () => {
    const backstage = Object(
      await find('rhdh-1.10', 'Backstage', 'developer-hub'),
    );
    await expect(
      cluster.kubectl(['apply', '--dry-run=server', '--filename=-'], {
        input: JSON.stringify({
          ...backstage,
          spec: { ...backstage.spec, monitorring: { enabled: true } },
        }),
      }),
    ).rejects.toThrow('unknown field "spec.monitorring"');
  });

  it('gives the portal a token of its ServiceAccount, and leaves nothing behind', async () => {
    const folder = folderOf('rhdh-1.10');
    await cluster.kubectl(['apply', '--server-side', '--kustomize', folder]);
    const secret = await until(
      async () =>
        JSON.parse(
          await cluster.kubectl([
            'get',
            'secret',
            'rhdh-kubernetes-plugin-token',
            '--namespace=backstage',
            '--output=json',
          ]),
        ),
      found => textAt(found, 'data', 'token') !== undefined,
      { what: 'the token to be filled in' },
    );
    const token = `${Buffer.from(
      `${textAt(secret, 'data', 'token')}`,
      'base64',
    )}`;
    const review = await cluster.kubectl(
      ['create', '--output=json', '--filename=-'],
      {
        input: JSON.stringify({
          apiVersion: 'authentication.k8s.io/v1',
          kind: 'TokenReview',
          spec: { token },
        }),
      },
    );
    expect(textAt(JSON.parse(review), 'status', 'user', 'username')).toBe(
      'system:serviceaccount:backstage:rhdh-kubernetes-plugin',
    );

    // The cluster removes the Secret with its ServiceAccount, before kubectl gets to it.
    await cluster.kubectl([
      'delete',
      '--ignore-not-found',
      '--kustomize',
      folder,
    ]);
    const left = await cluster.kubectl([
      'get',
      '--ignore-not-found',
      '--output=name',
      '--kustomize',
      folder,
    ]);
    expect(left.trim()).toBe('');
  });
});
