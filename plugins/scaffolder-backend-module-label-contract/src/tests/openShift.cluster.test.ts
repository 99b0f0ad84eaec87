import { actionsOn, ActionsOnCluster } from '../__testUtils__/actionsOn';
import { OpenShift, startOpenShift } from '../__testUtils__/startOpenShift';
import {
  PolicyRule,
  PortalCluster,
  rulesOfFile,
  startPortalCluster,
} from '../__testUtils__/startPortalCluster';

jest.setTimeout(60_000);

let portal: PortalCluster;
let openShift: OpenShift;
let actions: ActionsOnCluster;

/** The ClusterRole `self-provisioner` of OpenShift. */
const selfProvisioner: PolicyRule = {
  apiGroups: ['project.openshift.io'],
  resources: ['projectrequests'],
  verbs: ['create'],
};

/** The rights to write, but not to create namespaces. */
const withoutCreating = () =>
  [
    ...rulesOfFile('cluster-reader.yaml'),
    ...rulesOfFile('scaffolder.yaml'),
    ...rulesOfFile('options/scaffolder-kit.yaml'),
  ].map(rule =>
    rule.resources.includes('namespaces')
      ? { ...rule, verbs: rule.verbs.filter(verb => verb !== 'create') }
      : rule,
  );

beforeAll(async () => {
  portal = await startPortalCluster({ withOptions: true });
  openShift = await startOpenShift(portal.controlPlane);
  actions = actionsOn(portal);
}, 600_000);

afterAll(async () => {
  await openShift?.stop();
  await portal?.controlPlane.stop();
});

describe('where namespaces are made by asking for a project', () => {
  const order = {
    namespace: 'order-tracker',
    team: 'inventory-team',
    service: 'order-tracker',
    description: 'Tracks orders',
    quota: { pods: '10' },
  };
  const account = (name: string, ...more: PolicyRule[]) =>
    portal.accessOf(name, [...withoutCreating(), ...more]);

  it('is planned, made, labelled, and found again', async () => {
    const access = await account('requester', selfProvisioner);

    const plan = await actions.createNamespace(
      { ...order, dryRun: true },
      { access },
    );
    expect([plan.error, plan.outputs.rows]).toEqual([
      undefined,
      expect.stringContaining(
        '| Namespace | `order-tracker` | created, by a ProjectRequest, not tried',
      ),
    ]);

    const run = await actions.createNamespace(order, { access });
    expect([run.error, run.log]).toEqual([
      undefined,
      expect.arrayContaining([
        'Asked OpenShift for the project order-tracker, as the portal may not create namespaces itself',
        'Created namespace order-tracker (team inventory-team)',
      ]),
    ]);
    const { metadata } = await actions.get('namespace', 'order-tracker');
    expect(metadata).toMatchObject({
      labels: {
        'portal-operations.io/team': 'inventory-team',
        'portal-operations.io/service': 'order-tracker',
        'pod-security.kubernetes.io/enforce': 'restricted',
      },
      annotations: {
        'openshift.io/requester': 'system:serviceaccount:backstage:requester',
        'openshift.io/description': 'Tracks orders',
        'portal-operations.io/created-by': 'user:default/guest',
      },
    });
    expect(await actions.kubectl('get', 'quota', '-n=order-tracker')).toContain(
      'team-quota',
    );

    const again = await actions.createNamespace(order, { access });
    expect([again.error, again.outputs.created]).toEqual([undefined, false]);
  });

  it('takes up what an interrupted run asked for and did not come to label', async () => {
    const access = await account('interrupted', selfProvisioner);
    const project = {
      apiVersion: 'project.openshift.io/v1',
      kind: 'ProjectRequest',
      metadata: { name: 'half-made' },
    };
    const ask = (user: string) =>
      portal.controlPlane.kubectl(['create', `--as=${user}`, '--filename=-'], {
        input: JSON.stringify(project),
      });
    await ask('system:serviceaccount:backstage:interrupted');
    const input = { namespace: 'half-made', team: 'inventory-team' };

    const plan = await actions.createNamespace(
      { ...input, dryRun: true },
      { access },
    );
    expect([plan.error, plan.outputs.created]).toEqual([undefined, true]);
    const run = await actions.createNamespace(input, { access });
    expect([run.error, run.outputs.created, run.log]).toEqual([
      undefined,
      true,
      expect.arrayContaining([
        'Took the project half-made, which an earlier run asked OpenShift for and did not come to label',
      ]),
    ]);
    const { metadata } = await actions.get('namespace', 'half-made');
    expect(metadata).toMatchObject({
      labels: { 'portal-operations.io/team': 'inventory-team' },
      annotations: { 'portal-operations.io/created-by': 'user:default/guest' },
    });

    const other = await actions.createNamespace(
      { ...input, team: 'payments-team' },
      { access },
    );
    expect(other.error?.message).toMatch(
      / belongs to inventory-team, not to payments-team/,
    );
  });

  it('takes no project that somebody else asked for', async () => {
    const access = await account('not-the-requester', selfProvisioner);
    await portal.controlPlane.kubectl(['create', 'namespace', 'of-somebody']);
    await portal.controlPlane.kubectl([
      ...['annotate', 'namespace', 'of-somebody'],
      'openshift.io/requester=system:serviceaccount:backstage:requester',
    ]);
    const { error } = await actions.createNamespace(
      { namespace: 'of-somebody', team: 'inventory-team' },
      { access },
    );
    expect(error?.message).toMatch(/^namespace: 'of-somebody' /);
  });

  it('names the right that is missing, and the one that would do as well', async () => {
    const access = await account('nobody');
    const { error } = await actions.createNamespace(
      { ...order, namespace: 'never' },
      { access },
    );
    expect(error?.message).toBe(
      "cluster: 'workshop' does not let the portal create namespaces. Ask the platform team to add the verb 'create' to the ClusterRole rhdh-scaffolder, or to bind it. To create projectrequests.project.openshift.io would do as well (ClusterRole self-provisioner). Nothing was written by this step.",
    );
  });

  it('lets one of two teams have a name that both ask for at once', async () => {
    const access = await account('two-teams', selfProvisioner);
    const runs = await Promise.all(
      ['inventory-team', 'payments-team'].map(team =>
        actions.createNamespace({ namespace: 'contested', team }, { access }),
      ),
    );
    const errors = runs.flatMap(({ error }) => error?.message ?? []);
    expect(errors).toEqual([expect.stringMatching(/^namespace: 'contested' /)]);
  });
});

describe('a Route', () => {
  const api = {
    namespace: 'shop',
    service: 'shop',
    team: 'inventory-team',
    component: 'api',
    waitSeconds: 0,
  };

  beforeAll(async () => {
    await actions.createNamespace({
      namespace: 'shop',
      team: 'inventory-team',
    });
  });

  it('exposes an api at the host that OpenShift makes up, which a plan tells, too', async () => {
    const planned = await actions.deploy({
      ...api,
      expose: 'route',
      dryRun: true,
    });
    const row = (outcome: string) =>
      `| Route | \`shop-api\` | ${outcome}, shop-api-shop.apps.example.com |`;
    expect([planned.error, planned.outputs.rows]).toEqual([
      undefined,
      expect.stringContaining(row('created')),
    ]);

    const run = await actions.deploy({ ...api, expose: 'route' });
    expect([run.error, run.outputs.rows]).toEqual([
      undefined,
      expect.stringContaining(row('created')),
    ]);
    const { spec } = await actions.get('route', 'shop-api', '-n=shop');
    expect(spec).toMatchObject({
      host: 'shop-api-shop.apps.example.com',
      to: { kind: 'Service', name: 'shop-api', weight: 100 },
      port: { targetPort: 'http' },
      tls: { termination: 'edge' },
    });

    const again = await actions.deploy({ ...api, expose: 'route' });
    expect(again.outputs.rows).toContain(row('unchanged'));
  });

  it('shows a change of its host as a diff', async () => {
    const { error, outputs } = await actions.deploy({
      ...api,
      expose: 'route',
      host: 'shop.example.com',
      dryRun: true,
    });
    expect(error).toBeUndefined();
    expect(outputs.diff).toMatch(
      /Route shop-api\n[^]*-\s+host: shop-api-shop\.apps\.example\.com\n\+\s+host: shop\.example\.com/,
    );
  });

  it('names the right that a host of its own takes, before anything is written', async () => {
    const access = await portal.accessOf(
      'no-hosts',
      withoutCreating().filter(
        ({ resources }) => !resources.includes('routes/custom-host'),
      ),
    );
    const { error } = await actions.deploy(
      { ...api, name: 'other', expose: 'route', host: 'other.example.com' },
      { access },
    );
    expect(error?.message).toBe(
      "cluster: 'workshop' does not let the portal create routes/custom-host.route.openshift.io in namespace shop. Ask the platform team to add the verb 'create' to the ClusterRole rhdh-scaffolder-kit, or to bind it. Nothing was written by this step.",
    );
    const withoutHost = await actions.deploy(
      { ...api, name: 'other', expose: 'route' },
      { access },
    );
    expect(withoutHost.error).toBeUndefined();
  });

  it('goes with its service', async () => {
    const { error, outputs } = await actions.remove({
      service: 'shop',
      team: 'inventory-team',
      namespace: 'shop',
      confirm: 'shop',
    });
    expect([error, outputs.rows]).toEqual([
      undefined,
      expect.stringContaining('| Route | `shop-api` | deleted |'),
    ]);
  });
});
