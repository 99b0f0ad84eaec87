import {
  seedWorkshop,
  startControlPlane,
  until,
  type ControlPlane,
} from '@internal/control-plane';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { measureBundles } from './bundles/measureBundles';
import { overBudget } from './bundles/overBudget';
import recorded from './bundles/recorded.json';
import { readExportedFolder } from './check/ExportedFolder';
import { listAt, textAt, valueAt } from './check/valueAt';
import { exportPlugins, type ExportedPlugin } from './exportPlugins';
import {
  anonymousClient,
  signInAsGuest,
  type PortalClient,
} from './host/PortalClient';
import { startHost, type Host } from './host/startHost';
import { configOfDynamicPlugins } from './install/configOfDynamicPlugins';
import { installPlugin } from './install/installPlugin';
import { readConfigMap } from './install/readConfigMap';
import { deliveredPlugins } from './plugins/deliveredPlugins';

const rootFolder = path.resolve(__dirname, '../../..');
const installFolder = path.join(rootFolder, 'install');

/** Where `app-config-rhdh` expects the files of the ConfigMap `pre-built-catalog`. */
const mountedCatalog = '/opt/app-root/src/pre-built-catalog';

/** What install/README.md puts into that ConfigMap: a file, after the name that it gets there if it is another one. */
const catalogFiles = [
  'catalog-info/teams.yaml',
  'catalog-info/systems.yaml',
  'catalog-info/components.yaml',
  'templates/deploy-new-service/template.yaml',
  'decommission-service.yaml=templates/decommission-service/template.yaml',
];

function sourceManifests(): Promise<string[]> {
  return Promise.all(
    deliveredPlugins.map(({ folder }) =>
      readFile(path.join(rootFolder, folder, 'package.json'), 'utf8'),
    ),
  );
}

// A control plane, an export of everything and a backend, on a machine that has other things to do.
jest.setTimeout(600_000);

describe('the exported plugins, installed in a portal with the configuration of install/', () => {
  const stops: (() => Promise<void>)[] = [];
  let manifestsBefore: string[];
  let exported: ExportedPlugin[];
  let cluster: ControlPlane;
  let host: Host;
  let user: PortalClient;

  beforeAll(async () => {
    const work = await mkdtemp(path.join(os.tmpdir(), 'portal-delivery-'));
    stops.push(() => rm(work, { recursive: true, force: true }));

    cluster = await startControlPlane();
    stops.push(() => cluster.stop());
    await seedWorkshop(cluster);
    const token = await cluster.createToken({
      namespace: 'backstage',
      serviceAccount: 'rhdh-kubernetes-plugin',
    });

    manifestsBefore = await sourceManifests();
    exported = await exportPlugins({
      rootFolder,
      outFolder: path.join(work, 'dynamic-plugins'),
      log: () => {},
    });

    const catalogFolder = path.join(work, 'pre-built-catalog');
    await mkdir(catalogFolder);
    for (const entry of catalogFiles) {
      const [name, file] = entry.includes('=')
        ? entry.split('=')
        : [path.basename(entry), entry];
      await cp(path.join(rootFolder, file), path.join(catalogFolder, name));
    }
    const appConfig = await readConfigMap(
      path.join(installFolder, 'app-config-rhdh.yaml'),
      'app-config-rhdh.yaml',
    );
    const dynamicPlugins = configOfDynamicPlugins(
      await readConfigMap(
        path.join(installFolder, 'dynamic-plugins-rhdh.yaml'),
        'dynamic-plugins.yaml',
      ),
    );
    const wanted = dynamicPlugins.packages
      .filter(name => name.startsWith('./local-plugins/'))
      .map(name => path.basename(name));

    host = await startHost({
      rootFolder,
      async install(rootDirectory) {
        for (const name of wanted) {
          await installPlugin({
            folder: path.join(work, 'dynamic-plugins', name),
            rootDirectory,
          });
        }
      },
      configs: [
        dynamicPlugins.config,
        JSON.parse(
          JSON.stringify(appConfig).replaceAll(mountedCatalog, catalogFolder),
        ),
      ],
      env: {
        K8S_CLUSTER_NAME: 'workshop',
        K8S_CLUSTER_URL: cluster.url,
        K8S_CLUSTER_CA_DATA: cluster.caData,
        K8S_PLUGIN_SA_TOKEN: token,
      },
      timeoutSeconds: 120,
    });
    stops.push(() => host.stop());
    user = await until(
      () => signInAsGuest(host.baseUrl).catch(() => undefined),
      client => client !== undefined,
      { what: 'the guest to be in the catalog' },
    );
  });

  afterAll(async () => {
    for (const stop of stops.reverse()) {
      await stop();
    }
  });

  it('were exported without a change to the packages they are made of', async () => {
    await expect(sourceManifests()).resolves.toEqual(manifestsBefore);
  });

  it('have bundles within a tenth of the recorded sizes', async () => {
    const frontends = exported.filter(({ kind }) => kind === 'frontend');
    expect(frontends).toHaveLength(1);
    for (const { folder } of frontends) {
      const sizes = await measureBundles(await readExportedFolder(folder));
      expect(overBudget({ sizes, recorded })).toEqual([]);
    }
  });

  it('have manifests in install/ that the API server accepts', async () => {
    const accepted = await cluster.kubectl([
      'apply',
      '--kustomize',
      installFolder,
      '--dry-run=server',
      '--output',
      'name',
    ]);
    expect(accepted.trim().split('\n')).toEqual(
      expect.arrayContaining([
        'configmap/app-config-rhdh',
        'configmap/dynamic-plugins-rhdh',
        'serviceaccount/rhdh-kubernetes-plugin',
      ]),
    );
  });

  it('loads all three without a failure', async () => {
    const { plugins } = await host.report();
    expect(plugins).toEqual(
      expect.arrayContaining([
        {
          name: '@portal-operations/plugin-label-contract-backend-dynamic',
          role: 'backend-plugin',
        },
        {
          name: '@portal-operations/plugin-scaffolder-backend-module-label-contract-dynamic',
          role: 'backend-plugin-module',
        },
        {
          name: '@portal-operations/plugin-label-contract-dynamic',
          role: 'frontend-plugin',
        },
      ]),
    );
    expect(plugins).toHaveLength(exported.length);
  });

  it('runs the installed copies, not the packages of this repository', async () => {
    const { modules } = await host.report();
    const installed = `${await realpath(host.rootDirectory)}${path.sep}`;
    const sources = `${path.join(rootFolder, 'plugins')}${path.sep}`;

    const loadedFolders = modules
      .filter(file => file.startsWith(installed))
      .map(file => path.relative(installed, file).split(path.sep)[0]);
    expect([...new Set(loadedFolders)].sort()).toEqual([
      expect.stringMatching(/plugin-label-contract-backend-dynamic/),
      expect.stringMatching(/plugin-scaffolder-backend-module-label-contract/),
    ]);
    expect(modules.filter(file => file.startsWith(sources))).toEqual([]);
    // Without them there would be no history, and nothing else would fail.
    expect(modules).toContainEqual(
      expect.stringMatching(
        /plugin-label-contract-backend-dynamic[^/]*\/migrations\/\d+_history\.js$/,
      ),
    );
  });

  it('reports that payments-platform meets the contract', async () => {
    const { body: report } = await until(
      () =>
        user.get(
          '/api/label-contract/reports/entities/component/default/payments-platform',
        ),
      ({ status, body }) =>
        status === 200 && textAt(body, 'contract', 'verdict') !== 'unknown',
      { what: 'the clusters to be read' },
    );
    expect(valueAt(report, 'contract')).toEqual({ verdict: 'met' });
    expect(valueAt(report, 'visible')).toMatchObject({ count: 3, of: 3 });
  });

  it('answers nobody who is not signed in', async () => {
    const answer = await anonymousClient(host.baseUrl).get(
      '/api/label-contract/reports/entities/component/default/payments-platform',
    );
    expect(answer.status).toBe(401);
  });

  it('runs the template in a task, and the objects are on the cluster', async () => {
    const templateRef = 'template:default/deploy-new-service';
    await until(
      () =>
        user.get(
          '/api/catalog/entities/by-name/template/default/deploy-new-service',
        ),
      ({ status }) => status === 200,
      { what: `${templateRef} to be in the catalog` },
    );
    const created = await user.post('/api/scaffolder/v2/tasks', {
      templateRef,
      values: {
        serviceName: 'order-tracker',
        teamName: 'inventory-team',
        description: 'Real-time order tracking service',
        lifecycle: 'production',
      },
    });
    expect(created).toMatchObject({ status: 201 });

    const id = textAt(created.body, 'id');
    const task = await until(
      () => user.get(`/api/scaffolder/v2/tasks/${id}`),
      ({ body }) =>
        !['open', 'processing'].includes(textAt(body, 'status') ?? ''),
      { what: 'the task to end', timeoutSeconds: 120 },
    );
    const status = textAt(task.body, 'status');
    const events = await user.get(`/api/scaffolder/v2/tasks/${id}/events`);
    const log = listAt(events.body).map(event =>
      textAt(event, 'body', 'message'),
    );
    expect({ status, log }).toMatchObject({ status: 'completed' });

    const deployments = JSON.parse(
      await cluster.kubectl([
        'get',
        'deployments',
        '--namespace',
        'order-tracker',
        '--output',
        'json',
      ]),
    );
    expect(
      listAt(deployments, 'items').map(item => [
        textAt(item, 'metadata', 'name'),
        textAt(
          item,
          'spec',
          'template',
          'metadata',
          'labels',
          'backstage.io/kubernetes-id',
        ),
      ]),
    ).toEqual([
      ['order-tracker-api', 'order-tracker'],
      ['order-tracker-worker', 'order-tracker'],
    ]);
  });

  it('serves the module federation manifest to the new frontend system', async () => {
    const visitor = anonymousClient(host.baseUrl);
    const remotes = await visitor.get('/.backstage/dynamic-features/remotes');
    expect(remotes.body).toEqual([
      {
        packageName: '@portal-operations/plugin-label-contract-dynamic',
        exposedModules: ['.'],
        remoteInfo: {
          name: 'portal_operations__plugin_label_contract',
          entry: expect.stringMatching(/\/mf-manifest\.json$/),
        },
      },
    ]);

    const entry = textAt(listAt(remotes.body)[0], 'remoteInfo', 'entry') ?? '';
    const manifest = await visitor.get(entry.slice(host.baseUrl.length));
    const script = textAt(manifest.body, 'metaData', 'remoteEntry', 'name');
    const remoteEntry = await visitor.get(
      new URL(`${script}`, entry).href.slice(host.baseUrl.length),
    );
    expect(remoteEntry.status).toBe(200);
    expect(remoteEntry.body).toContain(
      'portal_operations__plugin_label_contract',
    );
  });

  it('has the Scalprum manifest under the name that dynamic-plugins-rhdh configures', async () => {
    const document = await readConfigMap(
      path.join(installFolder, 'dynamic-plugins-rhdh.yaml'),
      'dynamic-plugins.yaml',
    );
    const frontends = valueAt(
      configOfDynamicPlugins(document).config,
      'dynamicPlugins',
      'frontend',
    );
    const folder = (await readdir(host.rootDirectory)).find(name =>
      name.startsWith('portal-operations-plugin-label-contract-dynamic'),
    );
    const assets = path.join(host.rootDirectory, `${folder}`, 'dist-scalprum');
    const manifest = JSON.parse(
      await readFile(path.join(assets, 'plugin-manifest.json'), 'utf8'),
    );

    const mountPoint = listAt(
      frontends,
      textAt(manifest, 'name') ?? '',
      'mountPoints',
    )[0];
    const importName = textAt(mountPoint, 'importName');
    expect(importName).toBe('EntityLabelContractCard');
    // The name is a key of the exposed module, so it survives minification.
    const chunks = (await readdir(path.join(assets, 'static'))).filter(name =>
      name.endsWith('.js'),
    );
    const texts = await Promise.all(
      chunks.map(name => readFile(path.join(assets, 'static', name), 'utf8')),
    );
    expect(texts.some(text => text.includes(`${importName}:()=>`))).toBe(true);
  });
});
