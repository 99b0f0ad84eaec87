import { startControlPlane, type ControlPlane } from '@internal/control-plane';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { listAt, textAt, valueAt } from '../check/valueAt';
import { providePrometheusCrds } from './providePrometheusCrds';

const installFolder = path.resolve(__dirname, '../../../../install');

jest.setTimeout(240_000);

describe.each(['rhdh-1.8', 'rhdh-1.10'])(
  'the components of install/, on the overlay %s',
  overlay => {
    let cluster: ControlPlane;
    let work: string;
    let folder: string;
    let objects: unknown[];

    beforeAll(async () => {
      work = await mkdtemp(path.join(os.tmpdir(), 'portal-components-'));
      folder = path.join(work, 'own');
      await mkdir(folder);
      const below = (...names: string[]) =>
        path.relative(folder, path.join(installFolder, ...names));
      await writeFile(
        path.join(folder, 'kustomization.yaml'),
        stringify({
          apiVersion: 'kustomize.config.k8s.io/v1beta1',
          kind: 'Kustomization',
          resources: [below('overlays', overlay)],
          components: ['rbac', 'oidc', 'monitoring'].map(component =>
            below('components', component),
          ),
        }),
      );
      cluster = await startControlPlane();
      await cluster.kubectl(['create', 'namespace', 'backstage']);
      await cluster.kubectl([
        'create',
        '--filename',
        path.join(__dirname, '../../crds'),
        ...(
          await providePrometheusCrds()
        ).flatMap(file => ['--filename', file]),
      ]);
      await cluster.kubectl([
        'wait',
        '--for=condition=Established',
        'crd',
        '--all',
      ]);
      objects = parseAllDocuments(
        await cluster.kubectl(['kustomize', folder]),
      ).map(document => document.toJS());
    });

    afterAll(async () => {
      await cluster?.stop();
      await rm(work, { recursive: true, force: true });
    });

    it('are accepted by an API server, all at once', async () => {
      const accepted = await cluster.kubectl([
        'apply',
        '--server-side',
        '--dry-run=server',
        '--output=name',
        '--kustomize',
        folder,
      ]);
      expect(accepted.trim().split('\n')).toEqual(
        expect.arrayContaining([
          'backstage.rhdh.redhat.com/developer-hub',
          'configmap/app-config-oidc',
          'configmap/app-config-rbac',
          'configmap/label-contract-dashboard',
          'configmap/rbac-policies',
          'prometheusrule.monitoring.coreos.com/label-contract',
        ]),
      );
    });

    it('have the portal read what they bring, sign-in after the guest, and be scraped', () => {
      const portal = objects.find(
        object => textAt(object, 'kind') === 'Backstage',
      );
      const namesAt = (...keys: string[]) =>
        listAt(portal, 'spec', 'application', ...keys).map(item =>
          textAt(item, 'name'),
        );
      expect(namesAt('appConfig', 'configMaps')).toEqual([
        'app-config-rhdh',
        'app-config-rbac',
        'app-config-oidc',
      ]);
      expect(namesAt('extraFiles', 'configMaps')).toEqual([
        'pre-built-catalog',
        'rbac-policies',
      ]);
      expect(namesAt('extraEnvs', 'secrets')).toEqual(['rhdh-oidc']);
      // What the overlay has is still there.
      expect(namesAt('extraEnvs', 'envs')).toContain('K8S_CLUSTER_URL');
      expect(valueAt(portal, 'spec', 'monitoring', 'enabled')).toBe(true);
    });
  },
);
