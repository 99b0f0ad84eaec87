import {
  ArgoCd,
  GitServer,
  pushFiles,
  startArgoCd,
  startGitServer,
} from '@internal/argo-cd';
import {
  ControlPlane,
  rbacFolder,
  seedWorkshop,
  startControlPlane,
  until,
} from '@internal/control-plane';
import {
  EntityReport,
  KUBERNETES_ID,
} from '@portal-operations/plugin-label-contract-common';
import { join } from 'node:path';
import {
  aComponent,
  startPlugin,
  workshopCluster,
} from '../__testUtils__/startPlugin';

jest.setTimeout(120_000);

const START_LIMIT_MS = 600_000;

/** Components; each has an Application, a namespace and a Deployment of that name. */
const HEALED = 'healed';
const LEFT = 'left';

const REMOVAL = JSON.stringify([
  {
    op: 'remove',
    path: `/spec/template/metadata/labels/${KUBERNETES_ID.replace('/', '~1')}`,
  },
]);

function manifest(name: string): string {
  const labels = { app: name, [KUBERNETES_ID]: name };
  return JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels },
    spec: {
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels },
        spec: { containers: [{ name: 'main', image: 'registry.test/main' }] },
      },
    },
  });
}

describe('workloads that a real Argo CD manages', () => {
  let controlPlane: ControlPlane;
  let git: GitServer;
  let argoCd: ArgoCd;
  let plugin: Awaited<ReturnType<typeof startPlugin>> | undefined;

  async function restartPlugin() {
    await plugin?.stop();
    plugin = await startPlugin({
      clusters: [await workshopCluster(controlPlane)],
      entities: [aComponent(HEALED), aComponent(LEFT)],
    });
  }

  async function report(name: string): Promise<EntityReport> {
    if (!plugin) {
      throw new Error('The plugin was not started');
    }
    return plugin.report(name);
  }

  const untilReport = (
    name: string,
    isWanted: (report: EntityReport) => boolean,
  ) => until(() => report(name), isWanted, { intervalMilliseconds: 20 });

  const managerOf = ({ workloads }: EntityReport) => workloads[0]?.managedBy;

  const fixesOf = ({ findings }: EntityReport) =>
    findings.flatMap(({ fixes }) => fixes);

  const isMet = ({ contract, visible }: EntityReport) =>
    contract.verdict === 'met' && visible.count === 1;

  const kubectl = (...args: string[]) => controlPlane.kubectl(args);

  const removeLabel = (name: string) =>
    kubectl(
      'patch',
      `deployment/${name}`,
      `--namespace=${name}`,
      '--type=json',
      `--patch=${REMOVAL}`,
    );

  const patchApplication = (name: string, patch: object) =>
    kubectl(
      'patch',
      `applications.argoproj.io/${name}`,
      `--namespace=${argoCd.namespace}`,
      '--type=merge',
      `--patch=${JSON.stringify(patch)}`,
    );

  async function deploy(name: string, options: { selfHeal: boolean }) {
    const url = await git.createRepository(name);
    const revision = await pushFiles({
      url,
      files: { 'deployment.json': manifest(name) },
    });
    await controlPlane.kubectl(['create', '--filename=-'], {
      input: JSON.stringify({
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        metadata: { name, namespace: argoCd.namespace },
        spec: {
          project: 'default',
          source: { repoURL: url, path: '.', targetRevision: 'main' },
          destination: {
            server: 'https://kubernetes.default.svc',
            namespace: name,
          },
          syncPolicy: {
            automated: options,
            syncOptions: ['CreateNamespace=true'],
          },
        },
      }),
    });
    await argoCd.waitForSynced({ app: name, revision, health: 'Healthy' });
  }

  beforeAll(async () => {
    controlPlane = await startControlPlane();
    await seedWorkshop(controlPlane);
    git = await startGitServer();
    argoCd = await startArgoCd({ controlPlane });
    await deploy(HEALED, { selfHeal: true });
    await deploy(LEFT, { selfHeal: false });
    await restartPlugin();
  }, START_LIMIT_MS);

  afterAll(async () => {
    await plugin?.stop();
    await argoCd?.stop();
    await git?.stop();
    await controlPlane?.stop();
  });

  it('says what marks tell where Applications may not be read, and misses nothing', async () => {
    const { contract, findings, incomplete, access, workloads } =
      await untilReport(HEALED, isMet);
    expect(contract).toEqual({ verdict: 'met' });
    expect(workloads.map(({ managedBy }) => managedBy)).toEqual([
      { tool: 'argo-cd', ref: HEALED },
    ]);
    expect([findings, incomplete, access]).toEqual([[], [], []]);
  });

  it('says of each whether its Application heals itself, once they may be read', async () => {
    await kubectl(
      'apply',
      `--filename=${join(rbacFolder, 'options/argo-cd-reader.yaml')}`,
    );
    await restartPlugin();
    const managers = await until(
      async () => [
        managerOf(await report(HEALED)),
        managerOf(await report(LEFT)),
      ],
      all => all.every(manager => manager?.isOutOfSync !== undefined),
    );
    expect(managers).toEqual([
      { tool: 'argo-cd', ref: HEALED, selfHeals: true, isOutOfSync: false },
      { tool: 'argo-cd', ref: LEFT, selfHeals: false, isOutOfSync: false },
    ]);
  });

  it('has a label that is gone synced first where Argo CD leaves it so', async () => {
    await removeLabel(LEFT);
    const broken = await untilReport(LEFT, each =>
      fixesOf(each).some(({ kind }) => kind === 'sync'),
    );
    expect(broken.contract.verdict).toBe('violated');
    expect(broken.findings).toMatchObject([
      {
        rule: 'label-on-pod-template',
        fixes: [
          { kind: 'sync', manager: { ref: LEFT, selfHeals: false } },
          { kind: 'edit-source', then: 'sync' },
          { kind: 'set-label', reverted: { when: 'at-next-sync' } },
        ],
      },
    ]);
    expect(managerOf(broken)).toMatchObject({ isOutOfSync: true });
  });

  it('is right that a sync brings it back', async () => {
    // What `argocd app sync` does.
    await patchApplication(LEFT, { operation: { sync: {} } });
    const mended = await untilReport(
      LEFT,
      each => isMet(each) && managerOf(each)?.isOutOfSync === false,
    );
    expect(mended.findings).toEqual([]);
  });

  it('says of a patch that Argo CD takes it back within seconds, which it does', async () => {
    const seen = await until(
      async () => {
        await removeLabel(HEALED).catch(() => {
          // It is gone still.
        });
        return report(HEALED);
      },
      each => fixesOf(each).some(({ kind }) => kind === 'set-label'),
      { intervalMilliseconds: 20 },
    );
    expect(fixesOf(seen)).toContainEqual(
      expect.objectContaining({
        kind: 'set-label',
        reverted: {
          when: 'within-seconds',
          manager: expect.objectContaining({ selfHeals: true }),
        },
      }),
    );
    const mended = await untilReport(
      HEALED,
      each => isMet(each) && managerOf(each)?.isOutOfSync === false,
    );
    expect(mended.findings).toEqual([]);
  });

  it('follows the policy of an Application, and its end', async () => {
    await patchApplication(HEALED, {
      spec: { syncPolicy: { automated: { selfHeal: false } } },
    });
    await untilReport(HEALED, each => managerOf(each)?.selfHeals === false);

    await kubectl(
      'delete',
      `applications.argoproj.io/${HEALED}`,
      `--namespace=${argoCd.namespace}`,
    );
    const orphaned = await untilReport(
      HEALED,
      each => managerOf(each)?.selfHeals === undefined,
    );
    expect(managerOf(orphaned)).toEqual({ tool: 'argo-cd', ref: HEALED });
    expect((await report(LEFT)).workloads).toHaveLength(1);
  });
});
