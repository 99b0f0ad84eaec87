import { moduleVersion } from '@internal/control-plane';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Claim } from './Claim';

/** Where the exported plugins run in portals of several ages. */
const OLDEST = 'dev/delivery/src/supportedPortals.delivery.test.ts';

/** What the table claims, each with the versions that are installed here. */
export async function readClaims(rootFolder: string): Promise<Claim[]> {
  const delivery = await packageVersions(rootFolder, 'dev/delivery');
  const app = await packageVersions(rootFolder, 'dev/app');
  const goModule = async (folder: string, name: string) =>
    moduleVersion(
      await readFile(path.join(rootFolder, folder, 'go.mod'), 'utf8'),
      name,
    );
  const { version: backstage } = JSON.parse(
    await readFile(path.join(rootFolder, 'backstage.json'), 'utf8'),
  );
  const kubernetes = `Kubernetes ${await goModule(
    'dev/control-plane',
    'k8s.io/kubernetes',
  )}`;
  const argoCd = `Argo CD ${await goModule(
    'dev/argo-cd',
    'github.com/argoproj/argo-cd/v3',
  )}`;
  const node = `Node.js ${process.versions.node}`;

  return [
    {
      what: 'The exported plugins, packed and unpacked, in the loader of Developer Hub',
      with: `Backstage ${backstage}, loader ${await delivery(
        '@backstage/backend-dynamic-feature-service',
      )}, ${node}, ${kubernetes}`,
      file: 'dev/delivery/src/exportedPlugins.delivery.test.ts',
    },
    {
      what: 'The same in the oldest portal that is served',
      with: `Node.js 22, packages of Backstage 1.42, ${kubernetes}`,
      file: OLDEST,
      title: /on Node\.js 22/,
    },
    {
      what: 'Old frontend system (Scalprum), oldest APIs for plugins',
      with: 'APIs for plugins of Backstage 1.42, in Chromium',
      file: OLDEST,
      title: /shell "legacyOldest"/,
    },
    {
      what: 'Old frontend system (Scalprum)',
      with: `core-plugin-api ${await app(
        '@backstage/core-plugin-api',
      )}, in Chromium`,
      file: OLDEST,
      title: /shell "legacy"/,
    },
    {
      what: 'New frontend system (module federation)',
      with: `frontend-plugin-api ${await app(
        '@backstage/frontend-plugin-api',
      )}, in Chromium`,
      file: OLDEST,
      title: /shell "next"|in the new frontend system/,
    },
    {
      what: 'Every manifest of install/ on an API server; the token, removal',
      with: kubernetes,
      file: 'dev/delivery/src/install/manifests.cluster.test.ts',
    },
    {
      what: 'Admission: what it warns of and refuses, and what it lets pass',
      with: kubernetes,
      file: 'dev/delivery/src/admission/policy.cluster.test.ts',
    },
    {
      what: 'Admission: the job that keeps the list of ids',
      with: `${kubernetes}, ${node}`,
      file: 'dev/delivery/src/admission/syncIds.cluster.test.ts',
    },
    {
      what: 'Monitoring: what a real Prometheus scrapes, and the alerts',
      with: `Backstage ${backstage}`,
      file: 'dev/delivery/src/monitoring/monitoring.cluster.test.ts',
    },
    {
      what: 'Roles, and sign-in by OpenID Connect',
      with: `Backstage ${backstage}`,
      file: 'dev/delivery/src/policies/roles.cluster.test.ts',
    },
    {
      what: 'The workshop in a browser, new frontend system',
      with: `Backstage ${backstage}, frontend-plugin-api ${await app(
        '@backstage/frontend-plugin-api',
      )}, ${kubernetes}`,
      file: 'dev/browser-tests/src/workshop.browser.test.ts',
    },
    {
      what: 'Deploying by Git and Argo CD, in a browser',
      with: `${argoCd}, ${kubernetes}`,
      file: 'dev/browser-tests/src/gitops.browser.test.ts',
    },
    {
      what: 'History in SQLite and PostgreSQL',
      with: `Backstage ${backstage}`,
      file: 'plugins/label-contract-backend/src/tests/history.test.ts',
    },
    {
      what: "Metrics under the host's own OpenTelemetry, 1.9 and 1.10",
      with: `Backstage ${backstage}`,
      file: 'plugins/label-contract-backend/src/tests/metrics.test.ts',
    },
  ];
}

/** Finds the version of a package as one of this repository has it installed. */
async function packageVersions(rootFolder: string, folder: string) {
  const require = createRequire(path.join(rootFolder, folder, 'package.json'));
  return async (name: string): Promise<string> => {
    const file = require.resolve(`${name}/package.json`);
    return JSON.parse(await readFile(file, 'utf8')).version;
  };
}
