import {
  ControlPlane,
  seedWorkshop,
  startControlPlane,
  until,
} from '@internal/control-plane';
import {
  Finding,
  KUBERNETES_ID,
} from '@portal-operations/plugin-label-contract-common';
import {
  aComponent,
  startPlugin,
  workshopCluster,
} from '../__testUtils__/startPlugin';

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 60_000;
const TEST_LIMIT_MS = 90_000;

/** A node whose kubelet was never heard of. */
const LOST_NODE = 'lost-node';

/** Namespaces, each with what refuses pods there. */
const namespaces = {
  open: 'health',
  quota: 'health-quota',
  restricted: 'health-restricted',
  limited: 'health-limited',
  webhook: 'health-webhook',
};

/** A Deployment that fails in one way, and what is said of it. */
interface Case {
  readonly name: string;
  readonly namespace?: string;
  /** Stage of the simulated kubelet. */
  readonly simulate?: string;
  readonly replicas?: number;
  readonly progressDeadlineSeconds?: number;
  readonly podSpec?: object;
  readonly container?: object;
  readonly expected: {
    readonly rule: Finding['rule'];
    readonly owner: Finding['owner'];
    readonly message: object;
  };
}

const cases: readonly Case[] = [
  {
    name: 'beyond-the-quota',
    namespace: namespaces.quota,
    replicas: 2,
    expected: {
      rule: 'quota-suffices',
      owner: 'ops',
      message: {
        id: 'quota-exceeded',
        values: {
          quota: 'team-limits',
          words: expect.stringMatching(
            /requested: pods=1, used: pods=1, limited: pods=1/,
          ),
        },
      },
    },
  },
  {
    name: 'against-pod-security',
    namespace: namespaces.restricted,
    expected: {
      rule: 'admission-accepts',
      owner: 'team',
      message: { id: 'pod-security', values: { by: 'restricted:latest' } },
    },
  },
  {
    name: 'against-a-limit-range',
    namespace: namespaces.limited,
    container: { resources: { limits: { memory: '128Mi' } } },
    expected: {
      rule: 'admission-accepts',
      owner: 'team',
      message: {
        id: 'limit-range',
        values: {
          words: expect.stringContaining(
            'maximum memory usage per Container is 64Mi',
          ),
        },
      },
    },
  },
  {
    name: 'behind-a-webhook',
    namespace: namespaces.webhook,
    expected: {
      rule: 'admission-accepts',
      owner: 'ops',
      message: {
        id: 'webhook-fails',
        values: { by: 'nobody.portal-operations.io' },
      },
    },
  },
  {
    name: 'without-a-node',
    podSpec: { nodeSelector: { disk: 'of-gold' } },
    expected: {
      rule: 'pods-schedulable',
      owner: 'ops',
      message: {
        id: 'unschedulable',
        values: {
          pods: 1,
          words: expect.stringMatching(/^0\/2 nodes are available: .*selector/),
        },
      },
    },
  },
  {
    name: 'on-a-lost-node',
    simulate: 'cut-off',
    podSpec: { nodeName: LOST_NODE },
    expected: {
      rule: 'node-serves-pods',
      owner: 'ops',
      message: {
        id: 'node-not-ready',
        values: { node: LOST_NODE, nodeReady: 'Unknown' },
      },
    },
  },
  {
    name: 'behind-a-gate',
    simulate: 'cut-off',
    progressDeadlineSeconds: 1,
    podSpec: { readinessGates: [{ conditionType: 'example.com/registered' }] },
    expected: {
      rule: 'node-serves-pods',
      owner: 'team',
      message: {
        id: 'gate-closed',
        values: { gate: 'example.com/registered' },
      },
    },
  },
  {
    name: 'without-its-image',
    simulate: 'image-pull-back-off',
    expected: {
      rule: 'image-pullable',
      owner: 'team',
      message: {
        id: 'not-pulled',
        values: {
          image: 'registry.example.com/desk:v2',
          words: expect.stringMatching(/manifest unknown$/),
        },
      },
    },
  },
  {
    name: 'without-its-secret',
    simulate: 'config-error',
    container: { envFrom: [{ secretRef: { name: 'desk-database' } }] },
    expected: {
      rule: 'configuration-exists',
      owner: 'team',
      message: {
        id: 'object-missing',
        values: { kind: 'Secret', name: 'desk-database' },
      },
    },
  },
  {
    name: 'before-its-migration',
    simulate: 'init-crash-loop',
    podSpec: {
      initContainers: [
        { name: 'migrate', image: 'registry.example.com/migrate:v2' },
      ],
    },
    expected: {
      rule: 'init-containers-finish',
      owner: 'team',
      message: {
        id: 'keeps-failing',
        values: { container: 'migrate', restarts: 6, exitCode: 1 },
      },
    },
  },
  {
    name: 'out-of-memory',
    simulate: 'out-of-memory',
    container: { resources: { limits: { memory: '128Mi' } } },
    expected: {
      rule: 'memory-suffices',
      owner: 'team',
      message: {
        id: 'out-of-memory',
        values: { container: 'desk', restarts: 6, limit: '128Mi' },
      },
    },
  },
  {
    name: 'crash-loop',
    simulate: 'crash-loop',
    expected: {
      rule: 'container-keeps-running',
      owner: 'team',
      message: { id: 'keeps-crashing', values: { exitCode: 1 } },
    },
  },
  {
    name: 'not-ready',
    simulate: 'not-ready',
    progressDeadlineSeconds: 1,
    container: {
      readinessProbe: { tcpSocket: { port: 8080 }, periodSeconds: 1 },
    },
    expected: {
      rule: 'probes-pass',
      owner: 'team',
      message: { id: 'not-ready', values: { container: 'desk', pods: 1 } },
    },
  },
  {
    name: 'past-its-deadline',
    simulate: 'nothing',
    progressDeadlineSeconds: 1,
    expected: {
      rule: 'rollout-finishes',
      owner: 'team',
      message: { id: 'deadline-exceeded' },
    },
  },
];

/** Not ready either, but in good time. */
const starting: Omit<Case, 'expected'> = {
  name: 'on-its-way',
  simulate: 'not-ready',
  container: { readinessProbe: { tcpSocket: { port: 8080 } } },
};

function aDeployment(one: Omit<Case, 'expected'>) {
  const { name, namespace = namespaces.open, simulate } = one;
  const labels = { app: name, [KUBERNETES_ID]: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace, labels },
    spec: {
      replicas: one.replicas ?? 1,
      progressDeadlineSeconds: one.progressDeadlineSeconds,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: {
          labels,
          annotations: simulate && {
            'portal-operations.io/simulate': simulate,
          },
        },
        spec: {
          ...one.podSpec,
          containers: [
            {
              name: 'desk',
              image: 'registry.example.com/desk:v2',
              ...one.container,
            },
          ],
        },
      },
    },
  };
}

const surroundings = [
  ...Object.values(namespaces).map(name => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels:
        name === namespaces.restricted
          ? { 'pod-security.kubernetes.io/enforce': 'restricted' }
          : {},
    },
  })),
  {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: LOST_NODE,
      annotations: { 'portal-operations.io/simulate': 'lost' },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'team-limits', namespace: namespaces.quota },
    spec: { hard: { pods: '1' } },
  },
  {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: 'small', namespace: namespaces.limited },
    spec: { limits: [{ type: 'Container', max: { memory: '64Mi' } }] },
  },
  {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: 'nobody' },
    webhooks: [
      {
        name: 'nobody.portal-operations.io',
        // The discard port of this machine: nobody listens there.
        clientConfig: { url: 'https://127.0.0.1:9/' },
        rules: [
          {
            apiGroups: [''],
            apiVersions: ['v1'],
            operations: ['CREATE'],
            resources: ['pods'],
          },
        ],
        namespaceSelector: {
          matchLabels: { 'kubernetes.io/metadata.name': namespaces.webhook },
        },
        failurePolicy: 'Fail',
        sideEffects: 'None',
        admissionReviewVersions: ['v1'],
      },
    ],
  },
];

describe('the health of workloads on a real cluster', () => {
  let controlPlane: ControlPlane;
  let plugin: Awaited<ReturnType<typeof startPlugin>>;

  const apply = (items: readonly object[]) =>
    controlPlane.kubectl(['apply', '--filename=-'], {
      input: JSON.stringify({ apiVersion: 'v1', kind: 'List', items }),
    });

  beforeAll(async () => {
    controlPlane = await startControlPlane();
    await seedWorkshop(controlPlane);
    await apply(surroundings);
    // Before it is there, pods are refused for the want of it, and the ReplicaSet keeps the first reason.
    for (const namespace of Object.values(namespaces)) {
      await controlPlane.kubectl([
        'wait',
        '--for=create',
        'serviceaccount/default',
        `--namespace=${namespace}`,
        '--timeout=60s',
      ]);
    }
    await apply([...cases, starting].map(aDeployment));

    plugin = await startPlugin({
      clusters: [await workshopCluster(controlPlane)],
      entities: [...cases, starting, { name: 'weather-app' }].map(({ name }) =>
        aComponent(name),
      ),
    });
  }, START_LIMIT_MS);

  afterAll(async () => {
    await plugin?.stop();
    await controlPlane?.stop();
  }, STOP_LIMIT_MS);

  it.each(cases)(
    'sees what is wrong with the Deployment $name',
    async ({ name, expected }) => {
      const report = await until(
        () => plugin.report(name),
        // A rule may find less until all kinds have come that it asks for.
        ({ findings, notChecked }) =>
          findings.some(({ rule }) => rule === expected.rule) &&
          !notChecked.some(({ rule }) => rule === expected.rule),
      );
      expect(report.findings).toMatchObject([
        { ...expected, severity: 'error', subject: { name } },
      ]);
      expect(report.contract).toEqual({ verdict: 'met' });
      expect(report.health).toEqual({ verdict: 'failing' });
    },
    TEST_LIMIT_MS,
  );

  it(
    'counts the pods that a failing workload still serves with',
    async () => {
      const { pods } = await until(
        () => plugin.report('beyond-the-quota'),
        ({ health, pods: { ready } }) =>
          health.verdict === 'failing' && ready > 0,
      );
      expect(pods).toEqual({ ready: 1, of: 2 });
    },
    TEST_LIMIT_MS,
  );

  it(
    'does not alarm while pods start, nor where all is well',
    async () => {
      const onItsWay = await until(
        () => plugin.report('on-its-way'),
        ({ workloads }) => workloads.length > 0,
      );
      expect(onItsWay).toMatchObject({
        health: { verdict: 'progressing' },
        findings: [],
      });
      expect(await plugin.report('weather-app')).toMatchObject({
        health: { verdict: 'healthy' },
        findings: [],
      });
    },
    TEST_LIMIT_MS,
  );

  it(
    'sees the cure of a quota that did not suffice, and the next trouble while paused',
    async () => {
      await controlPlane.kubectl([
        'patch',
        'resourcequota',
        'team-limits',
        `--namespace=${namespaces.quota}`,
        '--type=merge',
        '--patch={"spec":{"hard":{"pods":"5"}}}',
      ]);
      // The controller waits longer before each new try; a change of the Deployment makes it try at once.
      await controlPlane.kubectl([
        'rollout',
        'restart',
        'deployment/beyond-the-quota',
        `--namespace=${namespaces.quota}`,
      ]);
      const cured = await until(
        () => plugin.report('beyond-the-quota'),
        ({ health }) => health.verdict === 'healthy',
      );
      expect(cured.findings).toEqual([]);

      // A paused Deployment says nothing of what its ReplicaSet suffers from.
      for (const change of [
        ['rollout', 'pause'],
        ['scale', '--replicas=9'],
      ]) {
        await controlPlane.kubectl([
          ...change,
          'deployment/beyond-the-quota',
          `--namespace=${namespaces.quota}`,
        ]);
      }
      const refusedAgain = await until(
        () => plugin.report('beyond-the-quota'),
        ({ health }) => health.verdict === 'failing',
      );
      expect(refusedAgain.findings).toMatchObject([{ rule: 'quota-suffices' }]);
    },
    TEST_LIMIT_MS,
  );
});
