import { provideChromium, runInShell } from '@internal/browser-tests';
import {
  seedWorkshop,
  startControlPlane,
  until,
  type ControlPlane,
} from '@internal/control-plane';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { parse } from 'yaml';
import { textAt, valueAt } from './check/valueAt';
import { exportPlugins, type ExportedPlugin } from './exportPlugins';
import { signInAsGuest } from './host/PortalClient';
import { provideNode22 } from './host/provideNode22';
import { startHost, type Host } from './host/startHost';
import { configOfDynamicPlugins } from './install/configOfDynamicPlugins';
import type { ShellName } from './__testUtils__/shells/bundleShell';
import type { LegacyFrontend } from './__testUtils__/shells/ShellSettings';
import { ShellServer } from './__testUtils__/shells/ShellServer';

const rootFolder = path.resolve(__dirname, '../../..');
const pictures = path.join(rootFolder, 'build/delivery/pictures');

/** What plugins find in Developer Hub 1.8, as far as its oldest versions can be installed here. */
const oldestPackages = {
  '@backstage/backend-plugin-api': 'oldest-backend-plugin-api',
  '@backstage/plugin-catalog-node': 'oldest-catalog-node',
  '@backstage/plugin-scaffolder-node': 'oldest-scaffolder-node',
};

const shellNames: ShellName[] = ['legacyOldest', 'legacy', 'next'];

/** What install/ tells the legacy shell of our plugins. */
async function legacyFrontends(): Promise<Record<string, LegacyFrontend>> {
  const document: unknown = parse(
    await readFile(
      path.join(rootFolder, 'install/overlays/rhdh-1.8/dynamic-plugins.yaml'),
      'utf8',
    ),
  );
  const { config } = configOfDynamicPlugins(document);
  return Object(valueAt(config, 'dynamicPlugins', 'frontend'));
}

// An export, a control plane, a backend, three shells and a browser, on a machine that has other things to do.
jest.setTimeout(900_000);

describe('the exported plugins, with what the oldest supported portal has', () => {
  const stops: (() => Promise<void>)[] = [];
  const shells = new Map<ShellName, ShellServer>();
  let exported: ExportedPlugin[];
  let cluster: ControlPlane;
  let host: Host;
  let browser: Browser;

  const exportedOf = (kind: ExportedPlugin['kind']) =>
    exported.filter(plugin => plugin.kind === kind);

  const addressIn = (name: ShellName, pathname: string) =>
    `${shells.get(name)?.url}${pathname}`;

  /** A new window on an entity, signed in. */
  async function openEntity(name: ShellName, entity: string): Promise<Page> {
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(addressIn(name, `/catalog/default/component/${entity}`));
    const enter = page.getByRole('button', { name: 'Enter' });
    await enter.click();
    await enter.waitFor({ state: 'hidden' });
    return page;
  }

  beforeAll(async () => {
    const work = await mkdtemp(path.join(os.tmpdir(), 'portal-supported-'));
    stops.push(() => rm(work, { recursive: true, force: true }));
    cluster = await startControlPlane();
    stops.push(() => cluster.stop());
    await seedWorkshop(cluster);
    exported = await exportPlugins({
      rootFolder,
      outFolder: path.join(work, 'dynamic-plugins'),
      log: () => {},
    });

    for (const name of shellNames) {
      const shell = await ShellServer.start(name);
      stops.push(() => shell.stop());
      shells.set(name, shell);
    }
    host = await startHost({
      rootFolder,
      node: await provideNode22(),
      otherPackages: oldestPackages,
      async install(rootDirectory) {
        for (const { folder } of exported) {
          await cp(folder, path.join(rootDirectory, path.basename(folder)), {
            recursive: true,
          });
        }
      },
      configs: [
        {
          auth: {
            environment: 'development',
            providers: {
              guest: {
                userEntityRef: 'user:default/guest',
                dangerouslyAllowOutsideDevelopment: true,
              },
            },
          },
          backend: {
            cors: {
              origin: [...shells.values()].map(({ url }) => url),
              credentials: true,
            },
          },
          kubernetes: {
            serviceLocatorMethod: { type: 'multiTenant' },
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  {
                    name: 'workshop',
                    url: cluster.url,
                    authProvider: 'serviceAccount',
                    serviceAccountToken: await cluster.createToken({
                      namespace: 'backstage',
                      serviceAccount: 'rhdh-kubernetes-plugin',
                    }),
                    caData: cluster.caData,
                  },
                ],
              },
            ],
          },
          catalog: {
            locations: [
              {
                type: 'file',
                target: path.join(rootFolder, 'catalog-info/all.yaml'),
                rules: [
                  {
                    allow: ['Component', 'System', 'User', 'Group', 'Template'],
                  },
                ],
              },
            ],
          },
        },
      ],
      env: {},
      timeoutSeconds: 180,
    });
    stops.push(() => host.stop());

    const frontends = await legacyFrontends();
    const [frontend] = exportedOf('frontend');
    for (const shell of shells.values()) {
      shell.show({
        config: {
          app: { title: 'Shell', baseUrl: shell.url },
          organization: { name: 'Workshop' },
          backend: { baseUrl: host.baseUrl },
          auth: { environment: 'development', providers: { guest: {} } },
        },
        frontends,
        assetFolders: Object.fromEntries(
          Object.keys(frontends).map(name => [
            name,
            path.join(frontend.folder, 'dist-scalprum'),
          ]),
        ),
      });
    }
    browser = await chromium.launch({
      executablePath: await provideChromium({ log: () => {} }),
      args: ['--no-sandbox'],
    });
    stops.push(() => browser.close());

    await until(
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

  it('run on Node.js 22 with the packages of Backstage 1.42', async () => {
    const { node, plugins, modules } = await host.report();
    expect(node).toMatch(/^v22\./);
    expect(plugins.map(({ failure }) => failure)).toEqual(
      exported.map(() => undefined),
    );
    for (const name of Object.values(oldestPackages)) {
      expect(modules).toContainEqual(
        expect.stringContaining(`/node_modules/${name}/`),
      );
    }
  });

  describe.each(shellNames)('in the shell "%s"', name => {
    let page: Page;
    const card = () => page.getByRole('region', { name: 'Label contract' });
    const cardSays = (text: string) => card().getByText(text).first().waitFor();

    beforeAll(async () => {
      page = await openEntity(name, 'payments-platform');
    });

    // What went wrong is easier to see than to tell.
    afterEach(async () => {
      const { currentTestName = 'test' } = expect.getState();
      await page?.screenshot({
        path: path.join(
          pictures,
          `${currentTestName.replace(/\W+/g, '-')}.png`,
        ),
      });
    });

    afterAll(() => page?.close());

    it('show that payments-platform meets the contract', async () => {
      await cardSays('Met');
      await cardSays('3 of 3 workloads visible');
    });

    it('say what is broken in ticket 1, and are green again after the command that they show', async () => {
      await runInShell(
        cluster,
        'kubectl patch deployment payments-gateway -n payments-team --type=merge -p ' +
          `'{"spec":{"template":{"metadata":{"labels":{"backstage.io/kubernetes-id":"payments-gateway"}}}}}'`,
      );
      await cardSays('Violated');
      await cardSays('payments-gateway runs, but its pod is hidden');

      await card().getByText('kubectl', { exact: true }).click();
      const command = await card()
        .getByRole('group', { name: 'Command' })
        .getByText(/^kubectl patch/)
        .textContent();
      await runInShell(cluster, command ?? '');
      await cardSays('Met');
      await cardSays('3 of 3 workloads visible');
    });

    it('have their tab and their page', async () => {
      await page.goto(
        addressIn(
          name,
          '/catalog/default/component/payments-platform/label-contract',
        ),
      );
      await page
        .getByRole('heading', {
          name: 'All 3 workloads are visible and healthy',
        })
        .waitFor();
      await page.screenshot({ path: path.join(pictures, `${name}-tab.png`) });
      await page.goto(addressIn(name, '/label-contract'));
      await page
        .getByRole('link', { name: 'payments-platform' })
        .first()
        .waitFor();
    });

    it('take React from the shell, and in the old system the APIs for plugins', async () => {
      const { shared } = await page.evaluate(() => window.shellNotes);
      const versionOf = async (folder: string) =>
        textAt(
          JSON.parse(
            await readFile(
              path.join(rootFolder, 'node_modules', folder, 'package.json'),
              'utf8',
            ),
          ),
          'version',
        );
      expect(shared.react).toBe(await versionOf('react'));
      const expected = {
        legacyOldest: await versionOf('oldest-core-plugin-api'),
        legacy: await versionOf('@backstage/core-plugin-api'),
        next: undefined,
      };
      expect(shared['@backstage/core-plugin-api']).toBe(expected[name]);
    });
  });

  it('deploy a service by the template, in the new frontend system', async () => {
    const page = await openEntity('next', 'order-tracker');
    await page.goto(
      addressIn('next', '/create/templates/default/deploy-new-service'),
    );
    await page
      .getByRole('textbox', { name: 'Service Name' })
      .fill('order-tracker');
    await page
      .getByRole('textbox', { name: 'Team Name' })
      .fill('inventory-team');
    await page.getByRole('option', { name: 'inventory-team' }).click();
    await page.getByRole('button', { name: 'Lifecycle' }).click();
    await page.getByRole('option', { name: 'production' }).click();
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    await page
      .getByRole('heading', { name: 'order-tracker runs on workshop' })
      .waitFor();

    await page.goto(
      addressIn('next', '/catalog/default/component/order-tracker'),
    );
    await page
      .getByRole('region', { name: 'Label contract' })
      .getByText('2 of 2 workloads visible')
      .waitFor();
    await page.close();
  });
});
