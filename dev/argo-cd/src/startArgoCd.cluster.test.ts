import { readdir } from 'node:fs/promises';
import {
  startControlPlane,
  until,
  type ControlPlane,
} from '@internal/control-plane';
import { pushFiles } from './git/pushFiles';
import { startGitServer, type GitServer } from './git/startGitServer';
import { readApplication } from './readApplication';
import { startArgoCd, type ArgoCd } from './startArgoCd';

jest.setTimeout(180_000);

const namespace = 'weather';
const deployment = 'deployment/weather-api';

function manifest(labels: Record<string, string>): string {
  return JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'weather-api', labels },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: 'weather-api' } },
      template: {
        metadata: { labels: { app: 'weather-api' } },
        spec: { containers: [{ name: 'api', image: 'registry.test/api' }] },
      },
    },
  });
}

describe('startArgoCd', () => {
  let controlPlane: ControlPlane;
  let git: GitServer;
  let argoCd: ArgoCd;
  const lines: string[] = [];
  beforeAll(async () => {
    controlPlane = await startControlPlane();
    git = await startGitServer();
    argoCd = await startArgoCd({ controlPlane, log: line => lines.push(line) });
  });
  afterAll(async () => {
    await argoCd?.stop();
    await git?.stop();
    await controlPlane?.stop();
  });

  const createApplication = (options: {
    name: string;
    url: string;
    selfHeal: boolean;
  }) =>
    controlPlane.kubectl(['create', '--filename=-'], {
      input: JSON.stringify({
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        metadata: { name: options.name, namespace: argoCd.namespace },
        spec: {
          project: 'default',
          source: { repoURL: options.url, path: '.', targetRevision: 'main' },
          destination: {
            server: 'https://kubernetes.default.svc',
            namespace: options.name,
          },
          syncPolicy: {
            automated: { selfHeal: options.selfHeal },
            syncOptions: ['CreateNamespace=true'],
          },
        },
      }),
    });

  const ofDeployment = (inNamespace: string, field: string) =>
    controlPlane.kubectl([
      'get',
      deployment,
      `--namespace=${inNamespace}`,
      `--output=jsonpath={${field}}`,
    ]);

  const label = (inNamespace: string, value: string) =>
    controlPlane.kubectl([
      'label',
      deployment,
      `--namespace=${inNamespace}`,
      '--overwrite',
      `team=${value}`,
    ]);

  /** An Application of that name whose Deployment is in the namespace of the same name, and Healthy. */
  async function deploy(name: string, options: { selfHeal: boolean }) {
    const url = await git.createRepository(name);
    const revision = await pushFiles({
      url,
      files: { 'deployment.json': manifest({ team: 'sky' }) },
    });
    await createApplication({ name, url, ...options });
    const state = await argoCd.waitForSynced({
      app: name,
      revision,
      health: 'Healthy',
    });
    return { url, state };
  }

  it('brings what was pushed into the cluster, says so, and marks it', async () => {
    const { url, state } = await deploy(namespace, { selfHeal: true });
    expect(state.conditions).toBe('');
    expect(
      await ofDeployment(
        namespace,
        '.metadata.annotations.argocd\\.argoproj\\.io/tracking-id',
      ),
    ).toBe('weather:apps/Deployment:weather/weather-api');
    expect(await ofDeployment(namespace, '.status.readyReplicas')).toBe('1');

    const revision = await pushFiles({
      url,
      files: { 'deployment.json': manifest({ team: 'sea' }) },
    });
    await argoCd.refresh(namespace);
    await argoCd.waitForSynced({ app: namespace, revision });
    expect(await ofDeployment(namespace, '.metadata.labels.team')).toBe('sea');
  });

  it('takes back what somebody changed by hand, with selfHeal', async () => {
    await deploy('healed', { selfHeal: true });
    await label('healed', 'storm');
    const team = () => ofDeployment('healed', '.metadata.labels.team');
    expect(await until(team, answer => answer !== 'storm')).toBe('sky');
  });

  it('says without selfHeal that it was changed, and leaves it', async () => {
    await deploy('left', { selfHeal: false });
    await label('left', 'storm');
    const state = () => readApplication(controlPlane.kubectl, 'left');
    await until(state, ({ sync }) => sync !== 'Synced');
    await argoCd.refresh('left');
    expect(await ofDeployment('left', '.metadata.labels.team')).toBe('storm');
    expect((await state()).sync).toBe('OutOfSync');
  });

  it('says that a repository is not there', async () => {
    await createApplication({
      name: 'lost',
      url: `${git.url}/nowhere.git`,
      selfHeal: false,
    });
    await argoCd.refresh('lost');
    const { sync, conditions } = await readApplication(
      controlPlane.kubectl,
      'lost',
    );
    expect(sync).toBe('Unknown');
    expect(conditions).toMatch(/repository not found/i);
  });

  it('says what an Application is when it waits in vain', async () => {
    await expect(
      argoCd.waitForSynced({
        app: namespace,
        revision: 'none',
        timeoutSeconds: 0.1,
      }),
    ).rejects.toThrow(
      /Waited 0.1 seconds for weather to be Synced.*"sync": "Synced"/s,
    );
  });

  it('runs until it is stopped, and then leaves no folder', async () => {
    const folders = async () =>
      (await readdir(controlPlane.folder)).filter(name =>
        name.startsWith('argo-cd-'),
      );
    expect(await folders()).toHaveLength(1);
    await argoCd.stop();
    expect(await folders()).toEqual([]);
    expect(lines.filter(line => /ended/.test(line))).toEqual([]);
  });
});
