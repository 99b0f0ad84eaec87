import {
  compactEtcd,
  ControlPlane,
  MisbehavingProxy,
  rbacFolder,
  seedWorkshop,
  startControlPlane,
  until,
} from '@internal/control-plane';
import {
  KUBERNETES_ID,
  WatchProblem,
  WatchState,
} from '@portal-operations/plugin-label-contract-common';
import {
  ClusterRequest,
  requestCluster,
} from '@portal-operations/plugin-label-contract-node';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { WatchedCluster } from '../__testUtils__/WatchedCluster';

const CONTROL_PLANE_LIMIT_MS = 120_000;
const TEST_LIMIT_MS = 120_000;
const HOUR_MS = 3_600_000;

const NAMESPACE = 'ops-track-demo';

const rolloutKind = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'rollouts.argoproj.io' },
  spec: {
    group: 'argoproj.io',
    scope: 'Namespaced',
    names: { plural: 'rollouts', singular: 'rollout', kind: 'Rollout' },
    versions: [
      {
        name: 'v1alpha1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            'x-kubernetes-preserve-unknown-fields': true,
          },
        },
      },
    ],
  },
};

const rollout = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: { name: 'canary', namespace: NAMESPACE },
  spec: {
    replicas: 1,
    selector: { matchLabels: { app: 'canary' } },
    template: {
      metadata: { labels: { app: 'canary' } },
      spec: { containers: [{ name: 'canary', image: 'example.com/canary' }] },
    },
  },
};

function isBrokenBy(reason: WatchProblem['reason']) {
  return (state: WatchState) =>
    'problem' in state && state.problem.reason === reason;
}

describe('the watch of a cluster survives', () => {
  let controlPlane: ControlPlane;
  let proxy: MisbehavingProxy;
  let token: string;
  let watched: WatchedCluster;
  let value = 0;

  const tokenOf = (serviceAccount: string) =>
    controlPlane.createToken({ namespace: 'backstage', serviceAccount });

  beforeAll(async () => {
    controlPlane = await startControlPlane();
    await seedWorkshop(controlPlane);
    // Whoever watches everything may read everything.
    await controlPlane.kubectl([
      'apply',
      `--filename=${join(rbacFolder, 'options/argo-cd-reader.yaml')}`,
    ]);
    token = await tokenOf('rhdh-kubernetes-plugin');
  }, CONTROL_PLANE_LIMIT_MS);
  afterAll(() => controlPlane?.stop(), CONTROL_PLANE_LIMIT_MS);

  beforeEach(async () => {
    proxy = await MisbehavingProxy.start(controlPlane.url);
    watched = new WatchedCluster({ controlPlane, url: proxy.url, token });
  });
  afterEach(async () => {
    await watched.stop();
    await proxy.stop();
  });

  const apply = (object: object) =>
    controlPlane.kubectl(['apply', '--filename=-'], {
      input: JSON.stringify(object),
    });

  /** Changes a label that is watched, and returns its new value. */
  async function change(): Promise<string> {
    value += 1;
    await controlPlane.kubectl([
      'label',
      'deployment',
      'weather-db',
      `--namespace=${NAMESPACE}`,
      '--overwrite',
      `${KUBERNETES_ID}=change-${value}`,
    ]);
    return `change-${value}`;
  }

  function isKnown(label: string): boolean {
    const found = watched.index.workloadsMatching([
      { operator: 'in', key: KUBERNETES_ID, values: [label] },
    ]);
    return [...found].length > 0;
  }

  async function startLive(): Promise<void> {
    await watched.start();
    await watched.untilTrue();
    expect(watched.statesOf('Deployment')).toEqual(['syncing', 'live']);
  }

  /** It was true, then it was said to be old, and since it is true again. */
  function expectStaleForAWhile(since: Date): void {
    const sequence = watched.statesOf('Deployment');
    expect(sequence.slice(0, 3)).toEqual(['syncing', 'live', 'stale']);
    expect(sequence.at(-1)).toBe('live');
    expect(sequence).not.toContain('dark');
    for (const { state } of watched.index.states) {
      if (state.kind === 'stale') {
        expect(Date.parse(state.since)).toBeGreaterThanOrEqual(since.getTime());
        expect(Date.parse(state.asOf)).toBeLessThanOrEqual(
          Date.parse(state.since),
        );
      }
    }
  }

  /** Asks the API server directly. */
  async function ask(options: {
    path: string;
    query?: ClusterRequest['query'];
    token: string;
  }): Promise<{ status: number; body: string }> {
    const { path, query } = options;
    const response = await requestCluster(
      {
        name: 'workshop',
        url: controlPlane.url,
        caData: controlPlane.caData,
        skipTlsVerify: false,
        headers: async () => ({ Authorization: `Bearer ${options.token}` }),
      },
      { path, query },
    );
    return { status: response.status, body: await readText(response.body) };
  }

  /** What the API server says to a watch from a resource version: a status, or the code of an event. */
  async function answerToWatchFrom(resourceVersion: string): Promise<unknown> {
    const { status, body } = await ask({
      path: '/apis/apps/v1/deployments',
      query: { watch: true, resourceVersion, timeoutSeconds: 1 },
      token,
    });
    const [first] = body.split('\n').filter(line => line !== '');
    return status === 200
      ? Object(Object(JSON.parse(first)).object).code
      : status;
  }

  it(
    'an API server that is killed and started again',
    async () => {
      await startLive();
      const since = new Date();
      await controlPlane.stopApiServer();
      await watched.untilState('Deployment', isBrokenBy('unreachable'));
      expect(watched.state('Deployment')).toMatchObject({
        kind: 'stale',
        problem: { nextTryAt: expect.stringMatching(/^\d{4}-.*Z$/) },
      });

      await controlPlane.startApiServer();
      await change();
      await controlPlane.kubectl([
        'delete',
        'deployment',
        'payments-processor',
        '--namespace=payments-team',
        '--wait=false',
      ]);
      await watched.untilTrue();
      expectStaleForAWhile(since);
    },
    TEST_LIMIT_MS,
  );

  it(
    'etcd that forgets old revisions, after which the API server answers 410',
    async () => {
      await startLive();
      const { metadata } = JSON.parse(
        await controlPlane.kubectl([
          'get',
          '--raw=/apis/apps/v1/deployments?limit=1',
        ]),
      );
      const since = new Date();
      proxy.misbehave({ kind: 'refuse' });
      proxy.cut('fin');
      await watched.untilState('Deployment', ({ kind }) => kind === 'stale');
      await change();
      await change();
      await compactEtcd(controlPlane);
      // An API server remembers the last changes by itself; a new one knows only what etcd tells.
      await controlPlane.stopApiServer();
      await controlPlane.startApiServer();
      expect(await answerToWatchFrom(metadata.resourceVersion)).toBe(410);

      const lists = watched.listsOf('Deployment');
      proxy.behave();
      await watched.untilTrue();
      expect(watched.listsOf('Deployment')).toBeGreaterThan(lists);
      expectStaleForAWhile(since);
    },
    TEST_LIMIT_MS,
  );

  it(
    'connections that break, and are refused for a while, without another list',
    async () => {
      await startLive();
      const since = new Date();
      proxy.misbehave({ kind: 'refuse' });
      proxy.cut('rst');
      await watched.untilState('Deployment', isBrokenBy('unreachable'));
      await change();
      proxy.behave();
      await watched.untilTrue();
      expectStaleForAWhile(since);
      expect(watched.listsOf('Deployment')).toBe(1);
    },
    TEST_LIMIT_MS,
  );

  it(
    'a connection that goes silent and stays open',
    async () => {
      await startLive();
      const since = new Date();
      proxy.misbehave({ kind: 'silent' });
      const label = await change();
      await watched.untilState('Deployment', isBrokenBy('unreachable'));
      expect(watched.state('Deployment')).toMatchObject({
        problem: { message: expect.stringContaining('nothing for 75 s') },
      });
      expect(isKnown(label)).toBe(false);

      proxy.behave();
      await watched.untilTrue();
      expect(isKnown(label)).toBe(true);
      expectStaleForAWhile(since);
      expect(watched.listsOf('Deployment')).toBe(1);
    },
    TEST_LIMIT_MS,
  );

  it(
    'rights that are taken away and given back',
    async () => {
      const account = ['--namespace=backstage', 'survivor'];
      const grant = () =>
        controlPlane.kubectl([
          'create',
          'clusterrolebinding',
          'survivor',
          '--clusterrole=rhdh-cluster-reader',
          '--serviceaccount=backstage:survivor',
        ]);
      await controlPlane.kubectl(['create', 'serviceaccount', ...account]);
      await grant();
      watched.token = await tokenOf('survivor');
      await startLive();

      const since = new Date();
      await controlPlane.kubectl(['delete', 'clusterrolebinding', 'survivor']);
      // A watch that is open stays so; what is asked from now on is refused.
      proxy.cut('fin');
      await watched.untilState('Deployment', isBrokenBy('forbidden'));
      expect(watched.state('Deployment')).toMatchObject({ kind: 'stale' });
      // The cut may have met the question whether it is served by now.
      await watched.untilState('Rollout', isBrokenBy('not-served'));
      await change();
      await grant();
      await watched.untilTrue();
      expectStaleForAWhile(since);

      // The account itself goes, and with it all of its tokens.
      await controlPlane.kubectl(['delete', 'serviceaccount', ...account]);
      // An API server remembers for some seconds that a token was good.
      const old = watched.token;
      await until(
        async () => (await ask({ path: '/api/v1/pods', token: old })).status,
        status => status === 401,
      );
      proxy.cut('fin');
      await watched.untilState('Deployment', isBrokenBy('unauthorized'));
      await change();
      await controlPlane.kubectl(['create', 'serviceaccount', ...account]);
      watched.token = await tokenOf('survivor');
      await watched.untilTrue();
      expectStaleForAWhile(since);
    },
    TEST_LIMIT_MS,
  );

  it(
    'a kind that is installed, removed and installed again',
    async () => {
      await startLive();
      expect(watched.statesOf('Rollout')).toEqual(['syncing', 'dark']);
      const install = async () => {
        await apply(rolloutKind);
        await controlPlane.kubectl([
          'wait',
          '--for=condition=Established',
          'crd/rollouts.argoproj.io',
        ]);
        await until(
          () =>
            apply(rollout).then(
              () => true,
              () => false,
            ),
          isApplied => isApplied,
        );
        await watched.untilState('Rollout', ({ kind }) => kind === 'live');
        await watched.untilTrue();
        const [canary] = await watched.list('Rollout');
        return canary.uid;
      };

      const first = await install();
      expect(watched.statesOf('Rollout')).toEqual(['syncing', 'dark', 'live']);
      await controlPlane.kubectl(['delete', 'crd', 'rollouts.argoproj.io']);
      await watched.untilState('Rollout', isBrokenBy('not-served'));
      await watched.untilTrue();
      expect([...watched.index.all()].map(({ uid }) => uid)).not.toContain(
        first,
      );

      const second = await install();
      expect(second).not.toBe(first);
      expect(watched.statesOf('Rollout')).toEqual([
        'syncing',
        'dark',
        'live',
        'stale',
        'live',
      ]);
      expect(watched.statesOf('Deployment')).toEqual(['syncing', 'live']);
      await controlPlane.kubectl(['delete', 'crd', 'rollouts.argoproj.io']);
    },
    TEST_LIMIT_MS,
  );

  it(
    'answers that are late and slow, without a word of a problem',
    async () => {
      proxy.misbehave({ kind: 'throttle', bytesPerSecond: 100_000 });
      await startLive();
      proxy.misbehave({ kind: 'delay', milliseconds: 300 });
      await change();
      await watched.untilTrue();
      expect(watched.statesOf('Deployment')).toEqual(['syncing', 'live']);
      expect(watched.listsOf('Deployment')).toBe(1);
    },
    TEST_LIMIT_MS,
  );

  it(
    'a list that is cut off in the middle',
    async () => {
      proxy.misbehave({ kind: 'truncate', afterBytes: 8_000 });
      await watched.start();
      await watched.untilState('Deployment', isBrokenBy('unreachable'));
      expect(watched.statesOf('Deployment')).toEqual(['syncing', 'dark']);
      expect([
        ...watched.index.workloadsIn({
          cluster: 'workshop',
          namespace: NAMESPACE,
        }),
      ]).toEqual([]);
      proxy.behave();
      await watched.untilTrue();
      expect(watched.statesOf('Deployment')).toEqual([
        'syncing',
        'dark',
        'live',
      ]);
    },
    TEST_LIMIT_MS,
  );

  it(
    'an event that is cut off in the middle',
    async () => {
      await startLive();
      // Larger than what TLS sends in one piece, so that a part of the line arrives.
      await apply({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: {
          name: 'large',
          namespace: NAMESPACE,
          annotations: { 'example.com/notes': 'x'.repeat(100_000) },
        },
        spec: { ports: [{ port: 80 }] },
      });
      await watched.untilTrue();
      proxy.misbehave({ kind: 'truncate', afterBytes: 50_000 });
      await controlPlane.kubectl([
        'label',
        'service',
        'large',
        `--namespace=${NAMESPACE}`,
        `${KUBERNETES_ID}=large`,
      ]);
      await watched.untilState('Service', isBrokenBy('unreachable'));
      proxy.behave();
      await watched.untilTrue();
      const sequence = watched.statesOf('Service');
      expect(sequence.slice(0, 3)).toEqual(['syncing', 'live', 'stale']);
      expect(sequence.at(-1)).toBe('live');
      expect(watched.listsOf('Service')).toBe(1);
    },
    TEST_LIMIT_MS,
  );

  it(
    'a wall clock that is set an hour back, and an hour forth',
    async () => {
      await startLive();
      for (const offsetMs of [-HOUR_MS, HOUR_MS]) {
        watched.clock.offsetMs = offsetMs;
        const label = await change();
        await until(
          () => isKnown(label),
          found => found,
        );
        await watched.untilTrue();
        const state = watched.state('Deployment');
        const asOf = state.kind === 'live' ? Date.parse(state.asOf) : NaN;
        expect(Math.abs(asOf - Date.now() - offsetMs)).toBeLessThan(
          HOUR_MS / 2,
        );
      }
      // No watch took a step for a silence, and none was listed again.
      expect(watched.statesOf('Deployment')).toEqual(['syncing', 'live']);
      expect(watched.listsOf('Deployment')).toBe(1);
    },
    TEST_LIMIT_MS,
  );

  it(
    'an account that may read two namespaces only',
    async () => {
      const account = 'two-namespaces';
      const namespaces = [NAMESPACE, 'payments-team'];
      await controlPlane.kubectl([
        'create',
        'serviceaccount',
        account,
        '--namespace=backstage',
      ]);
      const [admin, own] = [token, await tokenOf(account)];
      for (const namespace of namespaces) {
        await controlPlane.kubectl([
          'create',
          'rolebinding',
          account,
          `--namespace=${namespace}`,
          '--clusterrole=rhdh-cluster-reader',
          `--serviceaccount=backstage:${account}`,
        ]);
      }
      await controlPlane.kubectl([
        'create',
        'clusterrole',
        account,
        '--verb=get,list,watch',
        '--resource=namespaces',
        ...namespaces.map(name => `--resource-name=${name}`),
      ]);
      await controlPlane.kubectl([
        'create',
        'clusterrolebinding',
        account,
        `--clusterrole=${account}`,
        `--serviceaccount=backstage:${account}`,
      ]);
      watched = new WatchedCluster({
        controlPlane,
        url: proxy.url,
        token: admin,
        namespaces,
      });
      watched.token = own;
      await startLive();
      expect(watched.cluster().namespaces).toEqual(namespaces);
      expect(watched.cluster().watches.Node).toBeUndefined();
      const since = new Date();
      proxy.misbehave({ kind: 'refuse' });
      proxy.cut('fin');
      await watched.untilState('Deployment', isBrokenBy('unreachable'));
      await change();
      proxy.behave();
      await watched.untilTrue();
      expectStaleForAWhile(since);
      expect(
        new Set([...watched.index.all()].map(({ namespace }) => namespace)),
      ).toEqual(new Set(['', ...namespaces]));
    },
    TEST_LIMIT_MS,
  );
});
