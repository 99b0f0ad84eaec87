import {
  seedWorkshop,
  startControlPlane,
  until,
  type ControlPlane,
} from '@internal/control-plane';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  writeFile,
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
import { installArchive } from './install/installArchive';
import { installImage } from './install/installImage';
import { provideSkopeo } from './install/provideSkopeo';
import { readOverlay, type Overlay } from './install/readOverlay';
import type { PackedPlugin } from './pack/PackedPlugin';
import { packPlugins } from './packPlugins';
import { deliveredPlugins } from './plugins/deliveredPlugins';
import { runProgram } from './program/runProgram';

const rootFolder = path.resolve(__dirname, '../../..');
const overlayFolder = 'install/overlays/rhdh-1.10';

/** Where `app-config-rhdh` expects the files of the ConfigMap `pre-built-catalog`. */
const mountedCatalog = '/opt/app-root/src/pre-built-catalog';

/** Where it expects the files of the Secret `rhdh-kubernetes-plugin-token`. */
const mountedSecret = '/opt/app-root/src/rhdh-kubernetes-plugin-token';

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
  let packed: PackedPlugin[];
  let release: string;
  let overlay: Overlay;
  let cluster: ControlPlane;
  let host: Host;
  let user: PortalClient;

  beforeAll(async () => {
    const work = await mkdtemp(path.join(os.tmpdir(), 'portal-delivery-'));
    stops.push(() => rm(work, { recursive: true, force: true }));

    cluster = await startControlPlane();
    stops.push(() => cluster.stop());
    await seedWorkshop(cluster);
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
      { what: 'the token of the portal to be filled in' },
    );
    const secretFile = (key: string) =>
      Buffer.from(textAt(secret, 'data', key) ?? '', 'base64');

    manifestsBefore = await sourceManifests();
    exported = await exportPlugins({
      rootFolder,
      outFolder: path.join(work, 'dynamic-plugins'),
      log: () => {},
    });

    release = path.join(work, 'release');
    packed = await packPlugins({
      rootFolder,
      exported,
      outFolder: release,
      source: { kind: 'images', registry: 'registry.example.com/portal' },
      log: () => {},
    });

    overlay = readOverlay(
      await cluster.kubectl(['kustomize', path.join(release, overlayFolder)]),
    );
    const catalogFolder = path.join(work, 'pre-built-catalog');
    await mkdir(catalogFolder);
    for (const [name, text] of Object.entries(overlay.catalog)) {
      await writeFile(path.join(catalogFolder, name), text);
    }
    const secretFolder = path.join(work, 'token');
    await mkdir(secretFolder);
    await writeFile(path.join(secretFolder, 'ca.crt'), secretFile('ca.crt'));
    const dynamicPlugins = configOfDynamicPlugins(overlay.dynamicPlugins);

    host = await startHost({
      rootFolder,
      // An archive and images hold the same files; each of the two ways brings one of the backend plugins.
      async install(rootDirectory) {
        for (const [index, { archive, image }] of packed.entries()) {
          if (index === 1) {
            await installArchive({ ...archive, rootDirectory });
          } else {
            await installImage({ image, rootDirectory });
          }
        }
      },
      configs: [
        dynamicPlugins.config,
        JSON.parse(
          JSON.stringify(overlay.appConfig)
            .replaceAll(mountedCatalog, catalogFolder)
            .replaceAll(mountedSecret, secretFolder),
        ),
      ],
      env: {
        K8S_CLUSTER_NAME: 'workshop',
        K8S_CLUSTER_URL: cluster.url,
        K8S_PLUGIN_SA_TOKEN: `${secretFile('token')}`,
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

  it('are named by the release with the digests of their images', async () => {
    expect(
      configOfDynamicPlugins(overlay.dynamicPlugins).packages.slice(-3),
    ).toEqual(
      packed.map(
        ({ image }) =>
          `oci://registry.example.com/portal/${image.name}@${image.digest}!${image.name}`,
      ),
    );
    const listed = JSON.parse(
      await readFile(path.join(release, 'release.json'), 'utf8'),
    );
    expect(
      listAt(listed, 'plugins').map(plugin =>
        textAt(plugin, 'archive', 'integrity'),
      ),
    ).toEqual(packed.map(({ archive }) => archive.integrity));
  });

  it('come with guides that refer to nothing outside of the release', async () => {
    const pages = [
      'docs',
      'install',
      'install/monitoring',
      'install/admission',
    ];
    const missing: string[] = [];
    for (const folder of pages.map(page => path.join(release, page))) {
      for (const name of await readdir(folder)) {
        if (name.endsWith('.md')) {
          const text = await readFile(path.join(folder, name), 'utf8');
          for (const [, link] of text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
            if (!existsSync(path.join(folder, link))) {
              missing.push(`${name}: ${link}`);
            }
          }
        }
      }
    }
    expect(missing).toEqual([]);
  });

  it('are images that the program reads with which installers fetch them', async () => {
    const skopeo = await provideSkopeo();
    for (const { image } of packed) {
      const folder = path.join(release, 'fetched', image.name);
      await mkdir(folder, { recursive: true });
      await runProgram({
        program: skopeo,
        args: ['copy', '--quiet', `oci:${image.folder}`, `dir:${folder}`],
        folder,
        env: process.env,
      });
      const manifest = await readFile(path.join(folder, 'manifest.json'));
      expect(
        `sha256:${createHash('sha256').update(manifest).digest('hex')}`,
      ).toBe(image.digest);
    }
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
      'portal-operations-plugin-label-contract-backend',
      expect.stringMatching(
        /plugin-scaffolder-backend-module-label-contract-dynamic-/,
      ),
    ]);
    expect(modules.filter(file => file.startsWith(sources))).toEqual([]);
    // Without them there would be no history, and nothing else would fail.
    expect(modules).toContainEqual(
      expect.stringMatching(
        /plugin-label-contract-backend\/migrations\/\d+_history\.js$/,
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
    const frontends = valueAt(
      configOfDynamicPlugins(overlay.dynamicPlugins).config,
      'dynamicPlugins',
      'frontend',
    );
    const assets = path.join(
      host.rootDirectory,
      'portal-operations-plugin-label-contract',
      'dist-scalprum',
    );
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
