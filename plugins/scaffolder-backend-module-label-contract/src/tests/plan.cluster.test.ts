import { until } from '@internal/control-plane';
import { actionsOn, ActionsOnCluster } from '../__testUtils__/actionsOn';
import {
  PolicyRule,
  PortalCluster,
  rulesOfFile,
  startPortalCluster,
} from '../__testUtils__/startPortalCluster';

const order = { namespace: 'order-tracker', team: 'inventory-team' };
const api = { ...order, component: 'api', service: 'order-tracker' };

jest.setTimeout(60_000);

/** A rule of the cluster, as platform teams write them. */
const policy = {
  apiVersion: 'v1',
  kind: 'List',
  items: [
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicy',
      metadata: { name: 'images' },
      spec: {
        failurePolicy: 'Fail',
        matchConstraints: {
          resourceRules: [
            {
              apiGroups: ['apps'],
              apiVersions: ['v1'],
              operations: ['CREATE', 'UPDATE'],
              resources: ['deployments'],
            },
          ],
        },
        validations: [
          {
            expression:
              "object.spec.template.spec.containers.all(c, !c.image.contains('forbidden'))",
            message: 'no images of that sort',
          },
        ],
      },
    },
    {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name: 'images' },
      spec: { policyName: 'images', validationActions: ['Deny'] },
    },
  ],
};

let portal: PortalCluster;
let actions: ActionsOnCluster;

beforeAll(async () => {
  portal = await startPortalCluster({ withOptions: true });
  actions = actionsOn(portal);
}, 600_000);

afterAll(async () => {
  await portal?.controlPlane.stop();
});

/** Names of all objects that the actions write in a namespace; undefined where there is no namespace. */
async function contentsOf(namespace: string): Promise<string[] | undefined> {
  const kinds =
    'deployments,services,resourcequotas,limitranges,networkpolicies,rolebindings,poddisruptionbudgets,horizontalpodautoscalers,ingresses';
  const found = await actions.get('namespaces', '--ignore-not-found', '-A');
  const isThere = found.items.some(
    (item: any) =>
      item.metadata.name === namespace && !item.metadata.deletionTimestamp,
  );
  if (!isThere) {
    return undefined;
  }
  const { items } = await actions.get(kinds, `--namespace=${namespace}`);
  return items.map((item: any) => `${item.kind}/${item.metadata.name}`).sort();
}

async function quotaIsEnforced(namespace: string, resource: string) {
  await actions.kubectl(
    'wait',
    'quota',
    '--all',
    `--namespace=${namespace}`,
    `--for=jsonpath={.status.hard.${resource.replace('.', '\\.')}}`,
  );
}

describe('a plan', () => {
  it('tells of a service that does not exist yet, and writes nothing', async () => {
    const input = { ...order, namespace: 'planned', dryRun: true };
    const namespace = await actions.createNamespace({
      ...input,
      quota: { pods: '4' },
    });
    const workload = await actions.deploy({ ...api, ...input });

    expect(namespace.log).toEqual([
      'Plan: namespace planned does not exist on workshop; would create it (team inventory-team)',
    ]);
    expect(namespace.outputs.rows).toBe(
      '| Namespace | `planned` | created, for inventory-team |\n' +
        '| ResourceQuota | `team-quota` | created, not tried: its namespace does not exist yet |',
    );
    expect(workload.log.at(-1)).toBe(
      'Plan: would create Deployment order-tracker-api and Service order-tracker-api; not tried, as the namespace does not exist yet',
    );
    expect(workload.outputs.readyReplicas).toBe(0);
    expect(await contentsOf('planned')).toBeUndefined();
  });

  it.each([
    ['the input says so', { dryRun: true }, {}],
    ['the scaffolder does', {}, { isDryRun: true }],
    [
      'the scaffolder does, whatever the input says',
      { dryRun: false },
      { isDryRun: true },
    ],
  ])('is what a run is where %s', async (_, input, options) => {
    const { error } = await actions.createNamespace(
      { ...order, namespace: 'dry', ...input },
      options,
    );
    expect(error).toBeUndefined();
    expect(await contentsOf('dry')).toBeUndefined();
  });

  it('shows what would change in what is there, and changes nothing', async () => {
    const place = { ...order, namespace: 'there' };
    await actions.createNamespace({ ...place, lifecycle: 'development' });
    await actions.deploy({ ...api, ...place });
    const before = await actions.get(
      'deploy',
      'order-tracker-api',
      '-n',
      'there',
    );

    const namespace = await actions.createNamespace({
      ...place,
      lifecycle: 'production',
      dryRun: true,
    });
    const workload = await actions.deploy({
      ...api,
      ...place,
      image: 'registry.example.com/orders:2',
      dryRun: true,
    });

    expect(namespace.log).toEqual([
      "Plan: namespace there on workshop is inventory-team's already; would change metadata.labels.portal-operations.io/lifecycle",
    ]);
    expect(namespace.outputs.diff).toContain(
      '-    portal-operations.io/lifecycle: development\n+    portal-operations.io/lifecycle: production\n',
    );
    expect(workload.outputs.diff).toMatch(
      /-\s+image: registry\.access.*\n\+\s+- image: registry\.example\.com\/orders:2\n/,
    );
    expect(workload.outputs.rows).toMatch(
      /^\| Deployment \| `order-tracker-api` \| changed: \d+ fields?, 1 replica \|\n\| Service \| `order-tracker-api` \| unchanged, port 8080 \|$/,
    );
    expect(
      await actions.get('deploy', 'order-tracker-api', '-n', 'there'),
    ).toEqual(before);
  });

  it('is refused by what would refuse the run', async () => {
    await actions.createNamespace({ namespace: 'theirs', team: 'ops-team' });
    const { error } = await actions.createNamespace({
      namespace: 'theirs',
      team: 'inventory-team',
      dryRun: true,
    });
    expect(error?.message).toMatch(
      /belongs to ops-team, not to inventory-team/,
    );
  });
});

describe('before the first write', () => {
  it('a pod is tried, as a Deployment is accepted whatever its pods are', async () => {
    const place = { ...order, namespace: 'secured' };
    await actions.createNamespace(place);
    await actions.kubectl(
      'create',
      'quota',
      'small',
      '--hard=requests.cpu=20m',
      '--namespace=secured',
    );
    await quotaIsEnforced('secured', 'requests.cpu');

    const { error } = await actions.deploy(
      { ...api, ...place },
      { taskId: 'task-2' },
    );

    expect(error?.name).toBe('NotAllowedError');
    expect(error?.message).toMatch(
      /^'workshop' would refuse the pods of Deployment order-tracker-api in namespace secured: .*exceeded quota: small/,
    );
    expect(await contentsOf('secured')).toEqual(['ResourceQuota/small']);
  });

  it('quotas are summed over all replicas, which one by one would fit', async () => {
    const place = { ...order, namespace: 'summed' };
    await actions.createNamespace({
      ...place,
      quota: { 'requests.cpu': '120m' },
    });
    await quotaIsEnforced('summed', 'requests.cpu');

    const { error } = await actions.deploy(
      { ...api, ...place, replicas: 3 },
      { taskId: 'task-2' },
    );

    expect(error?.message).toContain(
      "'workshop' has no room for all pods of Deployment order-tracker-api in namespace summed: " +
        'quota team-quota allows requests.cpu=120m, of which 0 is used, and 150m more is needed. ',
    );
    expect(await contentsOf('summed')).toEqual(['ResourceQuota/team-quota']);

    const fits = await actions.deploy({ ...api, ...place, replicas: 2 });
    expect(fits.error).toBeUndefined();
    expect(fits.outputs.readyReplicas).toBe(2);
    const again = await actions.deploy({ ...api, ...place, replicas: 2 });
    expect(again.error).toBeUndefined();
  });

  it('takes an empty namespace back that the same task made, and leaves one of another task', async () => {
    await portal.controlPlane.kubectl(['apply', '--filename=-'], {
      input: JSON.stringify(policy),
    });
    await until(tryForbiddenImage, answer => answer === 'refused');
    for (const [namespace, taskId, expected] of [
      ['own-task', 'task-7', undefined],
      ['other-task', 'task-8', []],
    ] as const) {
      const place = { ...order, namespace };
      await actions.createNamespace(place, { taskId });
      const run = await actions.deploy(
        { ...api, ...place, image: 'registry.example.com/forbidden:1' },
        { taskId: 'task-7' },
      );
      expect(run.error?.message).toMatch(/no images of that sort/);
      expect(await contentsOf(namespace)).toEqual(expected);
    }
  });
});

/** The API server takes a moment to know a new policy. */
function tryForbiddenImage(): Promise<'accepted' | 'refused'> {
  return actions
    .kubectl(
      'create',
      'deployment',
      'probe',
      '--image=registry.example.com/forbidden:1',
      '--namespace=default',
      '--dry-run=server',
    )
    .then(
      () => 'accepted',
      () => 'refused',
    );
}

describe('the kit of a namespace, and the options of a workload', () => {
  it('makes all of it, and changes nothing the second time', async () => {
    const place = { ...order, namespace: 'whole' };
    const kit = {
      ...place,
      quota: { 'requests.cpu': '4', pods: '20' },
      containerDefaults: {
        requests: { cpu: '10m', memory: '32Mi' },
        limits: { memory: '128Mi' },
      },
      networkPolicy: 'deny-all',
      teamRole: 'edit',
    };
    const workload = {
      ...api,
      ...place,
      expose: 'ingress',
      host: 'orders.example.com',
      disruptionBudget: true,
      autoscaling: { maxReplicas: 4 },
    };

    const first = [
      await actions.createNamespace(kit),
      await actions.deploy(workload),
    ];
    expect(first.map(({ error }) => error)).toEqual([undefined, undefined]);
    expect(await contentsOf('whole')).toEqual([
      'Deployment/order-tracker-api',
      'HorizontalPodAutoscaler/order-tracker-api',
      'Ingress/order-tracker-api',
      'LimitRange/container-defaults',
      'NetworkPolicy/allow-own-egress',
      'NetworkPolicy/allow-router',
      'NetworkPolicy/allow-same-namespace',
      'NetworkPolicy/default-deny',
      'PodDisruptionBudget/order-tracker-api',
      'ResourceQuota/team-quota',
      'RoleBinding/team-edit',
      'Service/order-tracker-api',
    ]);
    const binding = await actions.get(
      'rolebinding',
      'team-edit',
      '-n',
      'whole',
    );
    expect(binding.subjects).toEqual([
      {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'Group',
        name: 'inventory-team',
      },
    ]);
    const range = await actions.get(
      'limitrange',
      'container-defaults',
      '-n',
      'whole',
    );
    expect(range.spec.limits[0].default).toEqual({ memory: '128Mi' });

    const second = [
      await actions.createNamespace(kit),
      await actions.deploy(workload),
    ];
    for (const { error, outputs } of second) {
      expect(error).toBeUndefined();
      expect(outputs.rows).not.toMatch(/created|changed:/);
    }
  });

  it('binds no role that the portal may not bind', async () => {
    const { error } = await actions.createNamespace({
      ...order,
      namespace: 'bold',
      teamRole: 'cluster-admin',
    });
    expect(error?.name).toBe('NotAllowedError');
    expect(error?.message).toMatch(/attempting to grant RBAC permissions/);
    expect(await contentsOf('bold')).toBeUndefined();
  });

  it('says that the cluster has no Routes', async () => {
    const task = { taskId: 'task-9' };
    await actions.createNamespace({ ...order, namespace: 'routed' }, task);
    const { error } = await actions.deploy(
      { ...api, namespace: 'routed', expose: 'route' },
      task,
    );
    expect(error?.message).toMatch(
      /^cluster: 'workshop' does not know the kind Route \(route\.openshift\.io\/v1\)\. /,
    );
    // Made by the same task, and nothing is in it.
    expect(await contentsOf('routed')).toBeUndefined();
  });
});

describe('who', () => {
  it('may be bound to the members of the team', async () => {
    const input = {
      ...order,
      namespace: 'members',
      requireMembership: true,
    };
    const stranger = await actions.createNamespace(input, {
      ownershipEntityRefs: ['user:default/guest'],
    });
    expect(stranger.error?.message).toMatch(
      /^team: user:default\/guest is not a member of group:default\/inventory-team/,
    );
    expect(await contentsOf('members')).toBeUndefined();

    const member = await actions.createNamespace(input, {
      ownershipEntityRefs: ['group:default/inventory-team'],
    });
    expect(member.error).toBeUndefined();
  });

  it('had it done is noted where it is made, stays, and is told the audit log', async () => {
    const place = { ...order, namespace: 'noted' };
    await actions.createNamespace(place, { user: 'user:default/first' });
    const { outputs } = await actions.createNamespace(place, {
      user: 'user:default/second',
    });

    expect(outputs.summary).toBe('unchanged');
    const { metadata } = await actions.get('namespace', 'noted');
    expect(metadata.annotations['portal-operations.io/created-by']).toBe(
      'user:default/first',
    );
    expect(actions.events.at(-1)).toMatchObject({
      eventId: 'namespace-create',
      severityLevel: 'medium',
      meta: { initiator: 'user:default/second', namespace: 'noted' },
      ended: 'succeeded',
    });
  });
});

describe('a right that is missing', () => {
  const full = [
    ...rulesOfFile('scaffolder.yaml'),
    ...rulesOfFile('cluster-reader.yaml'),
  ];
  const needed = rulesOfFile('scaffolder.yaml').flatMap(rule =>
    rule.verbs.flatMap(verb =>
      rule.resources.map(resource => ({ verb, resource })),
    ),
  );
  const without = (verb: string, resource: string): PolicyRule[] =>
    full
      .flatMap(rule => [
        {
          ...rule,
          resources: rule.resources.filter(name => name !== resource),
        },
        {
          ...rule,
          resources: rule.resources.filter(name => name === resource),
          verbs: rule.verbs.filter(name => name !== verb),
        },
      ])
      .filter(rule => rule.resources.length > 0 && rule.verbs.length > 0);

  it.each(needed)(
    '$verb $resource is named before anything is written',
    async ({ verb, resource }) => {
      const name = `no-${verb}-${resource}`;
      const access = await portal.accessOf(name, without(verb, resource));

      const runs = [
        await actions.createNamespace(
          { ...order, namespace: name },
          { access },
        ),
        await actions.deploy({ ...api, namespace: name }, { access }),
      ];

      const told = runs.map(
        ({ error, log }) => `${log.join()} ${error?.message}`,
      );
      expect(told.join()).toMatch(
        new RegExp(
          resource === 'pods' || resource === 'resourcequotas'
            ? `the portal may not ${verb} ${resource} on workshop`
            : `does not let the portal ${verb} ${resource}.*Ask the platform team to add the verb '${verb}' to the ClusterRole rhdh-scaffolder`,
        ),
      );
      const written = await contentsOf(name);
      expect(written ?? []).toEqual(
        resource === 'pods' || resource === 'resourcequotas'
          ? ['Deployment/order-tracker-api', 'Service/order-tracker-api']
          : [],
      );
    },
  );
});

describe('many', () => {
  it('a hundred services in a row are all made, each with its own label', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `many-${index}`);
    for (const name of names) {
      const place = { namespace: name, team: 'inventory-team', service: name };
      const runs = [
        await actions.createNamespace(place),
        await actions.deploy({ ...place, component: 'worker', waitSeconds: 0 }),
      ];
      expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
    }

    const { items } = await actions.get(
      'deployments',
      '--all-namespaces',
      '--selector=portal-operations.io/team=inventory-team,app.kubernetes.io/component=worker',
    );
    const labels = new Map<string, string>(
      items.map(({ metadata, spec }: any) => [
        metadata.namespace,
        spec.template.metadata.labels['backstage.io/kubernetes-id'],
      ]),
    );
    expect(names.map(name => labels.get(name))).toEqual(names);
  }, 300_000);

  it('two users who deploy the same at the same moment both get it, and it is made once', async () => {
    const place = { ...order, namespace: 'twice' };
    await actions.createNamespace(place);

    const runs = await Promise.all(
      ['user:default/first', 'user:default/second'].map(user =>
        actions.deploy({ ...api, ...place }, { user }),
      ),
    );

    expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
    const { metadata } = await actions.get(
      'deployment',
      'order-tracker-api',
      '--namespace=twice',
    );
    expect(metadata.generation).toBe(1);
    const made = runs.filter(({ log }) =>
      log.some(line => line.startsWith('Created Deployment')),
    );
    expect(made).toHaveLength(1);
  });
});
