import type { GitServer } from '@internal/argo-cd';
import { until } from '@internal/control-plane';
import type { ActionsOnCluster } from '../__testUtils__/actionsOn';
import { GitOps, startGitOps } from '../__testUtils__/startGitOps';
import {
  PortalCluster,
  RBAC_FOLDER,
} from '../__testUtils__/startPortalCluster';
import { startScaffolder } from '../__testUtils__/startScaffolder';

jest.setTimeout(120_000);

const KUBERNETES_ID = 'backstage.io/kubernetes-id';

let gitOpsCluster: GitOps;
let portal: PortalCluster;
let git: GitServer;
let actions: ActionsOnCluster;
let gitOps: GitOps['gitOps'];
let repoUrl: string;
let apply: GitOps['apply'];
let deploy: GitOps['deploy'];

beforeAll(async () => {
  gitOpsCluster = await startGitOps();
  ({ portal, git, actions, gitOps, repoUrl, apply, deploy } = gitOpsCluster);
}, 600_000);

afterAll(() => gitOpsCluster?.stop());

const of = (service: string) => ({
  service,
  team: 'inventory-team',
  repoUrl,
});

/** What decides about an object, by its kind and name: no status, and nothing that tells how it came to be. */
async function objectsIn(namespace: string) {
  const { items } = await actions.get(
    'deployments,services,resourcequotas,networkpolicies,poddisruptionbudgets,horizontalpodautoscalers',
    `--namespace=${namespace}`,
  );
  const own = await actions.get('namespace', namespace);
  return [own, ...items].map(({ kind, metadata, spec }: any) => {
    const { clusterIP, clusterIPs, ...rest } = spec;
    const annotations = Object.fromEntries(
      Object.entries(metadata.annotations ?? {}).filter(
        ([key]) =>
          !/(tracking-id|last-applied-configuration|created-by|made-by-task|deployment\.kubernetes\.io\/revision)$/.test(
            key,
          ),
      ),
    );
    return JSON.parse(
      JSON.stringify({
        kind,
        name: metadata.name,
        labels: metadata.labels,
        annotations,
        spec: rest,
      }).replaceAll(namespace, 'SERVICE'),
    );
  });
}

describe('a service that is deployed by Git', () => {
  it('arrives with the contract label on every level, and its pods run', async () => {
    const { applied, revision } = await deploy('order-tracker');

    expect([applied.error, applied.log]).toEqual([
      undefined,
      expect.arrayContaining([
        `Created Application order-tracker in namespace argocd for services/order-tracker on main of ${repoUrl}`,
        `order-tracker: Synced, Healthy, at ${`${revision}`.slice(0, 7)}`,
      ]),
    ]);
    expect(applied.log.filter(line => /warns/.test(line))).toEqual([]);
    expect(applied.outputs).toMatchObject({
      cluster: 'workshop',
      application: 'order-tracker',
      revision,
      summary: 'created, Synced, Healthy',
    });
    const { items } = await actions.get(
      'pods,deployments,services',
      '--all-namespaces',
      `--selector=${KUBERNETES_ID}=order-tracker`,
    );
    expect(items.map(({ kind }: any) => kind).sort()).toEqual([
      'Deployment',
      'Deployment',
      'Pod',
      'Pod',
      'Service',
    ]);
    const application = await actions.get(
      'applications.argoproj.io',
      'order-tracker',
      '--namespace=argocd',
    );
    expect(application.metadata).toMatchObject({
      labels: { 'portal-operations.io/team': 'inventory-team' },
      annotations: { 'portal-operations.io/created-by': 'user:default/guest' },
    });
  });

  it('changes nothing the second time, and says so', async () => {
    const { pushed, applied } = await deploy('order-tracker');
    expect(pushed.outputs.changed).toBe(false);
    expect([applied.error, applied.outputs.summary]).toEqual([
      undefined,
      'unchanged, Synced, Healthy',
    ]);
  });

  it('brings a change at once, and takes away what Git has no more', async () => {
    const { applied, revision } = await deploy('order-tracker', {
      manifests: { components: ['worker'] },
    });
    expect([applied.error, applied.outputs.revision]).toEqual([
      undefined,
      revision,
    ]);
    expect(
      (await objectsIn('order-tracker')).map(({ kind }) => kind).sort(),
    ).toEqual(['Deployment', 'Namespace']);
  });

  it('gets the label back that somebody changed by hand', async () => {
    const label = async () => {
      const { metadata } = await actions.get(
        'deployment',
        'order-tracker-worker',
        '--namespace=order-tracker',
      );
      return metadata.labels[KUBERNETES_ID];
    };
    await actions.kubectl(
      'label',
      'deployment/order-tracker-worker',
      '--namespace=order-tracker',
      '--overwrite',
      `${KUBERNETES_ID}=stray`,
    );
    expect(await until(label, value => value !== 'stray')).toBe(
      'order-tracker',
    );
  });

  it('keeps the number of pods that somebody has set', async () => {
    await actions.kubectl(
      'scale',
      'deployment/order-tracker-worker',
      '--namespace=order-tracker',
      '--replicas=2',
    );
    const { applied } = await deploy('order-tracker', {
      manifests: { components: ['worker'], worker: { env: { A: 'b' } } },
    });
    const { spec } = await actions.get(
      'deployment',
      'order-tracker-worker',
      '--namespace=order-tracker',
    );
    expect([applied.error, spec.replicas]).toEqual([undefined, 2]);
  });

  it('is equal to one that is deployed directly', async () => {
    const kit = {
      lifecycle: 'production',
      description: 'Real-time',
      quota: { pods: '9' },
      networkPolicy: 'deny-all',
    };
    const details = {
      replicas: 2,
      env: { A: 'b' },
      disruptionBudget: true,
      port: 9090,
    };
    const { applied } = await deploy('by-git', {
      manifests: { ...kit, api: details },
    });
    // The base rights do not include the kit.
    await portal.controlPlane.kubectl([
      'apply',
      `--filename=${RBAC_FOLDER}/options/scaffolder-kit.yaml`,
    ]);
    const team = 'inventory-team';
    const direct = { namespace: 'by-hand', service: 'by-hand', team };
    const runs = [
      await actions.createNamespace({ ...direct, ...kit }),
      await actions.deploy({ ...direct, component: 'api', ...details }),
      await actions.deploy({ ...direct, component: 'worker' }),
    ];

    expect([applied, ...runs].map(({ error }) => error)).toEqual(
      [0, 1, 2, 3].map(() => undefined),
    );
    const byGit = await objectsIn('by-git');
    expect(byGit).toEqual(await objectsIn('by-hand'));
    expect(byGit.length).toBeGreaterThan(7);
  });

  it('is planned without an Application, a namespace or a commit', async () => {
    const { outputs } = await gitOps.deliver(of('planned'), { isDryRun: true });
    const { error, log } = await apply(of('planned'), { isDryRun: true });

    expect(outputs.changed).toBe(true);
    expect([error, log]).toEqual([
      undefined,
      ['Plan: would create Application planned'],
    ]);
    expect(
      (await actions.get('applications.argoproj.io', '-A')).items.map(
        ({ metadata }: any) => metadata.name,
      ),
    ).not.toContain('planned');
  });
});

describe('label-contract:argocd:application', () => {
  it('refuses the Application of another team, and its namespace', async () => {
    const team = 'payments-team';
    const taken = await apply({
      ...of('order-tracker'),
      team,
      namespace: 'elsewhere',
    });
    expect(taken.error?.message).toContain(
      'name: Application order-tracker in namespace argocd on workshop belongs to inventory-team, not to payments-team.',
    );
    const namespace = await apply({
      ...of('another'),
      team,
      namespace: 'order-tracker',
    });
    expect(namespace.error?.message).toContain(
      "namespace: 'order-tracker' on workshop belongs to inventory-team, not to payments-team.",
    );
  });

  it('repeats what Argo CD says where it cannot read the repository', async () => {
    const { error } = await apply({
      ...of('lost'),
      repoUrl: `${git.url}/nowhere.git`,
    });
    expect(error?.message).toMatch(
      /^Application lost in namespace argocd on workshop could not be synchronised\. Argo CD says: .*repository not found.*To remove it: `kubectl delete application lost -n argocd`/is,
    );
  });

  it('refuses a repository that is not configured, before it asks the cluster', async () => {
    const { error, log } = await apply({
      ...of('order-tracker'),
      repoUrl: 'https://git.example.com/others.git',
    });
    expect([error?.name, log]).toEqual(['NotAllowedError', []]);
  });

  it('says which rights are missing', async () => {
    const { error } = await apply({
      ...of('order-tracker'),
      argocdNamespace: 'openshift-gitops',
    });
    expect(error?.message).toMatch(
      /does not let the portal get applications\.argoproj\.io in namespace openshift-gitops, create .*Role rhdh-scaffolder-gitops/,
    );
  });
});

describe('the template Deploy a New Service (GitOps) in a real scaffolder', () => {
  let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;

  beforeAll(async () => {
    scaffolder = await startScaffolder({
      portal,
      template: 'deploy-new-service-gitops',
      config: { labelContract: { gitops: { repositories: [git.url] } } },
    });
  });

  afterAll(async () => {
    await scaffolder?.stop();
  });

  const order = {
    serviceName: 'by-template',
    teamName: 'group:default/inventory-team',
    lifecycle: 'production',
  };

  it('plans, and leaves Git and the cluster alone', async () => {
    const { status, log, output } = await scaffolder.run({
      ...order,
      repoUrl,
      planOnly: true,
    });

    expect([status, log]).toEqual(['completed', expect.any(String)]);
    expect(output).toMatchObject({
      text: [
        {
          content: expect.stringMatching(
            /### Plan for by-template on workshop.*\| Application \| `by-template` \| created \|.*\| `api-deployment\.yaml` \| added \|.*kind: Deployment/s,
          ),
        },
        {},
      ],
    });
    expect(log).toContain('Plan: would commit 4 added to services/by-template');
  });

  it('brings a service through Git to the cluster, in four steps', async () => {
    const { status, log, output } = await scaffolder.run({
      ...order,
      repoUrl,
      options: true,
      port: 9090,
      replicas: 2,
    });

    expect([status, log]).toEqual(['completed', expect.any(String)]);
    expect(
      [...log.matchAll(/Finished step (.+)/g)].map(([, step]) => step),
    ).toEqual([
      'Write Manifests',
      'Commit to Git',
      'Create Argo CD Application',
      'Log Result',
    ]);
    expect(output).toMatchObject({
      links: [{ title: 'Repository', url: repoUrl }],
      text: [
        {
          content: expect.stringContaining(
            '| Application | `by-template` | created, Synced, Healthy |',
          ),
        },
        {},
      ],
    });
    const { items } = await actions.get(
      'pods',
      '--all-namespaces',
      `--selector=${KUBERNETES_ID}=by-template`,
    );
    expect(items).toHaveLength(4);
  });

  it('stops before Git where the repository is not configured', async () => {
    const { status, log } = await scaffolder.run({
      ...order,
      repoUrl: 'https://git.example.com/others.git',
    });
    expect(status).toBe('failed');
    expect(log).toContain(
      'is not one of the repositories that this portal may write to',
    );
    expect(log).not.toContain('Beginning step Create Argo CD Application');
  });
});
