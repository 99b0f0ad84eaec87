import {
  startControlPlane,
  until,
  type ControlPlane,
} from '@internal/control-plane';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { keysAt, listAt, textAt, valueAt } from '../check/valueAt';
import { startHost, type Host } from '../host/startHost';
import { StubCatalog } from './StubCatalog';
import { SyncJob } from './SyncJob';

const rootFolder = path.resolve(__dirname, '../../../..');
const admissionFolder = path.join(rootFolder, 'install/admission');
const warnFolder = path.join(admissionFolder, 'warn');

const ID = 'backstage.io/kubernetes-id';
const SELECTOR = 'backstage.io/kubernetes-label-selector';
const token = 'of-the-job-7f3a91c2';

const component = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
  spec: { type: 'service', lifecycle: 'production', owner: 'team' },
});

/** What the portal is told about the job. */
async function portalConfig(): Promise<unknown> {
  const name = 'app-config-admission.yaml';
  const manifest: unknown = parse(
    await readFile(path.join(admissionFolder, name), 'utf8'),
  );
  return parse(textAt(manifest, 'data', name) ?? '');
}

jest.setTimeout(300_000);

describe('the job that writes the ids of the catalog', () => {
  const stops: (() => Promise<void>)[] = [];
  let cluster: ControlPlane;
  let job: SyncJob;
  let stub: StubCatalog;

  const dataOf = async () => {
    const text = await cluster.kubectl([
      'get',
      'configmap/label-contract-ids',
      '--namespace=backstage',
      '--output=json',
    ]);
    return Object(valueAt(JSON.parse(text), 'data'));
  };
  const ids = async () => keysAt({ data: await dataOf() }, 'data').sort();
  const setIds = (names: string[]) =>
    cluster.kubectl(['replace', '-f', '-'], {
      input: stringify({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'label-contract-ids', namespace: 'backstage' },
        data: Object.fromEntries(names.map(name => [name, 'somebody'])),
      }),
    });
  const runWithStub = (environment?: NodeJS.ProcessEnv) =>
    job.run({ url: stub.url, token }, environment);

  beforeAll(async () => {
    const work = await mkdtemp(path.join(os.tmpdir(), 'portal-admission-'));
    stops.push(() => rm(work, { recursive: true, force: true }));
    cluster = await startControlPlane({ isApiServerOnly: true });
    stops.push(() => cluster.stop());
    await cluster.kubectl(['create', 'namespace', 'backstage']);
    await cluster.kubectl(['apply', '-k', warnFolder]);
    job = await SyncJob.read({
      warnFolder,
      folder: path.join(work, 'service-account'),
      cluster,
    });
    stub = await StubCatalog.start();
    stops.push(() => stub.stop());
  });

  afterAll(async () => {
    for (const stop of stops.reverse()) {
      await stop();
    }
  });

  describe('with the catalog of a portal', () => {
    // More than one page of the job.
    const numbered = Array.from({ length: 620 }, (_, index) => `s-${index}`);
    let host: Host;

    beforeAll(async () => {
      const work = await mkdtemp(path.join(os.tmpdir(), 'portal-catalog-'));
      stops.push(() => rm(work, { recursive: true, force: true }));
      const file = path.join(work, 'components.yaml');
      const entities = [
        ...numbered.map(name => component(name, { [ID]: name })),
        component('by-selector', {
          [SELECTOR]: `app=web,${ID} in (first, second)`,
        }),
        component('no-claim', {}),
      ];
      await writeFile(file, entities.map(one => stringify(one)).join('---\n'));
      host = await startHost({
        rootFolder,
        install: async rootDirectory => {
          await mkdir(rootDirectory);
        },
        configs: [
          await portalConfig(),
          {
            permission: { enabled: true },
            kubernetes: {
              serviceLocatorMethod: { type: 'multiTenant' },
              clusterLocatorMethods: [{ type: 'config', clusters: [] }],
            },
            catalog: {
              locations: [{ type: 'file', target: file }],
              rules: [{ allow: ['Component'] }],
            },
          },
        ],
        env: { LABEL_CONTRACT_IDS_TOKEN: token },
        timeoutSeconds: 120,
      });
      stops.push(() => host.stop());
      await until(
        () =>
          fetch(
            `${host.baseUrl}/api/catalog/entities/by-query?limit=0&filter=kind=component`,
            { headers: { authorization: `Bearer ${token}` } },
          ).then(response => response.json()),
        (answer: unknown) => valueAt(answer, 'totalItems') === entities.length,
        { what: 'all entities to be in the catalog', timeoutSeconds: 180 },
      );
    });

    it('adds every id that an entity claims, on all pages, and says whose it is', async () => {
      const ended = await job.run({ url: host.baseUrl, token });
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      expect(ended.stdout).toContain('622 ids are claimed');
      await expect(ids()).resolves.toEqual(
        [...numbered, 'first', 'second'].sort(),
      );
      await expect(dataOf()).resolves.toMatchObject({
        's-619': 'component:default/s-619',
        second: 'component:default/by-selector',
      });
    });

    it('removes what is not claimed any more, and says so', async () => {
      await setIds([...numbered, 'first', 'retired-service']);
      const ended = await job.run({ url: `${host.baseUrl}/`, token });
      expect(ended.code).toBe(0);
      expect(ended.stdout).toContain('Added: second\n');
      expect(ended.stdout).toContain('Removed: retired-service\n');
      await expect(ids()).resolves.not.toContain('retired-service');
    });

    it('writes nothing where nothing changed', async () => {
      const version = () =>
        cluster.kubectl([
          'get',
          'configmap/label-contract-ids',
          '--namespace=backstage',
          '--output=jsonpath={.metadata.resourceVersion}',
        ]);
      const before = await version();
      const ended = await job.run({ url: host.baseUrl, token });
      expect(ended.stdout).toBe('622 ids are claimed\n');
      await expect(version()).resolves.toBe(before);
    });

    it('has a token that reads entities and nothing else', async () => {
      const statusOf = async (method: string, route: string) => {
        const response = await fetch(`${host.baseUrl}${route}`, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
          },
          body:
            method === 'GET'
              ? undefined
              : JSON.stringify({
                  type: 'url',
                  target: 'https://example.com/a',
                }),
        });
        return response.status;
      };
      await expect(
        statusOf('GET', '/api/catalog/entities/by-query?limit=1'),
      ).resolves.toBe(200);
      await expect(statusOf('POST', '/api/catalog/locations')).resolves.toBe(
        403,
      );
      await expect(statusOf('GET', '/api/kubernetes/clusters')).resolves.toBe(
        403,
      );
      await expect(statusOf('GET', '/api/scaffolder/v2/tasks')).resolves.toBe(
        403,
      );
    });

    it('keeps the ids and fails where its token is wrong, without a word of it', async () => {
      const before = await ids();
      const ended = await job.run({ url: host.baseUrl, token: 'wrong-4711' });
      expect(ended.code).toBe(1);
      expect(ended.stderr).toBe(
        `The catalog at ${host.baseUrl} answered 401. Is PORTAL_TOKEN the one in backend.auth.externalAccess?\n`,
      );
      await expect(ids()).resolves.toEqual(before);
    });

    it('keeps the ids and fails where the portal is down', async () => {
      const before = await ids();
      await host.stop();
      const ended = await job.run({ url: host.baseUrl, token });
      expect(ended.code).toBe(1);
      expect(ended.stderr).toMatch(
        /^The catalog at http:\/\/127\.0\.0\.1:\d+ can't be reached: .*ECONNREFUSED/,
      );
      await expect(ids()).resolves.toEqual(before);
    });
  });

  describe('with a catalog in trouble', () => {
    beforeEach(() => setIds(['a', 'b', 'c', 'd']));

    it.each<[string, Parameters<StubCatalog['willAnswer']>[0], RegExp]>([
      [
        'is broken',
        () => ({ status: 503, body: { error: {} } }),
        /answered 503\.$/m,
      ],
      [
        'allows nothing',
        () => ({ status: 403, body: {} }),
        /answered 403\. Does backend\.auth\.externalAccess allow catalog\.entity\.read to it\?/,
      ],
      [
        'is a page for people',
        () => ({ body: '<html>Sign in</html>' }),
        /answered something that is not JSON/,
      ],
      [
        'sends elsewhere',
        () => ({ status: 302, headers: { location: '/sign-in' } }),
        /can't be reached: unexpected redirect/,
      ],
      [
        'answers something else',
        () => ({ body: { items: [{ kind: 'Component' }] } }),
        /answered something that is no list of entities/,
      ],
      [
        'turns in circles',
        () => ({ body: { items: [], pageInfo: { nextCursor: 'again' } } }),
        /the same page again and again/,
      ],
    ])('keeps the ids and fails where it %s', async (_, answer, message) => {
      stub.willAnswer(answer);
      const ended = await runWithStub();
      expect(ended.code).toBe(1);
      expect(ended.stderr).toMatch(message);
      await expect(ids()).resolves.toEqual(['a', 'b', 'c', 'd']);
    });

    it('writes nothing where a later page fails', async () => {
      stub.willAnswer(
        () => ({
          body: {
            items: [component('e', { [ID]: 'e' })],
            pageInfo: { nextCursor: 'second' },
          },
        }),
        query => ({ status: query.get('cursor') === 'second' ? 500 : 200 }),
      );
      const ended = await runWithStub();
      expect(ended.stderr).toMatch(/answered 500/);
      await expect(ids()).resolves.toEqual(['a', 'b', 'c', 'd']);
    });

    it('takes no id away where the catalog is empty', async () => {
      stub.willKnow([]);
      const ended = await runWithStub();
      expect(ended.code).toBe(1);
      expect(ended.stderr).toContain(
        'does not claim 4 of 4 ids any more: a, b, c, d. That is more than 50 percent',
      );
      await expect(ids()).resolves.toEqual(['a', 'b', 'c', 'd']);
    });

    it('adds what is new and takes nothing away where more than half would go', async () => {
      stub.willKnow([
        component('a', { [ID]: 'a' }),
        component('e', { [ID]: 'e' }),
      ]);
      const ended = await runWithStub();
      expect(ended).toMatchObject({ code: 1, stdout: 'Added: e\n' });
      await expect(ids()).resolves.toEqual(['a', 'b', 'c', 'd', 'e']);
    });

    it('takes half of them away', async () => {
      stub.willKnow([
        component('a', { [ID]: 'a' }),
        component('b', { [ID]: 'b' }),
      ]);
      const ended = await runWithStub();
      expect(ended.code).toBe(0);
      await expect(ids()).resolves.toEqual(['a', 'b']);
    });

    it('takes all of them away where that is allowed', async () => {
      stub.willKnow([]);
      const ended = await runWithStub({ MOST_REMOVED_PERCENT: '100' });
      expect(ended.code).toBe(0);
      await expect(ids()).resolves.toEqual([]);
    });

    it.each(['', '101', '-1', 'half'])(
      'refuses "%s" for how many may go',
      async percent => {
        const ended = await runWithStub({ MOST_REMOVED_PERCENT: percent });
        expect(ended.stderr).toBe(
          `MOST_REMOVED_PERCENT is "${percent}"; a whole number from 0 to 100 is allowed.\n`,
        );
      },
    );

    it('names the variable that is not set', async () => {
      const ended = await runWithStub({ CONFIG_MAP: '' });
      expect(ended.stderr).toBe(
        'The environment variable CONFIG_MAP is not set.\n',
      );
    });
  });

  it('takes from a selector the values that it names for the contract label, and no other', async () => {
    const selectors: Record<string, string> = {
      equal: `${ID}=one`,
      'equal-twice': `${ID}==one`,
      blanks: ` ${ID} = one `,
      among: `app=a,${ID}=one,tier in (x, y)`,
      list: `${ID} in (one,two , three)`,
      'list-without-blank': `${ID} in(one)`,
      'in-a-list': `app in (a,${ID}=no)`,
      unequal: `${ID}!=no`,
      'not-in': `${ID} notin (no)`,
      exists: ID,
      'exists-not': `!${ID}`,
      longer: `example.com/${ID}=no`,
      other: 'app=no',
    };
    await setIds([]);
    stub.willKnow(
      Object.entries(selectors).map(([name, selector]) =>
        component(name, { [SELECTOR]: selector }),
      ),
    );
    await expect(runWithStub()).resolves.toMatchObject({ code: 0, stderr: '' });
    const refsOf = (...names: string[]) =>
      names.map(name => `component:default/${name}`).join(', ');
    await expect(dataOf()).resolves.toEqual({
      one: refsOf(
        'among',
        'blanks',
        'equal',
        'equal-twice',
        'list',
        'list-without-blank',
      ),
      two: refsOf('list'),
      three: refsOf('list'),
    });
  });

  it('takes an id without the blanks around it, and leaves out what no label can have', async () => {
    await setIds([]);
    stub.willKnow([
      component('a', { [ID]: ' one ' }),
      component('b', { [ID]: 'two,three' }),
      component('c', { [ID]: '' }),
      component('d', { [ID]: 'x'.repeat(64) }),
    ]);
    const ended = await runWithStub();
    expect(ended.code).toBe(0);
    expect(ended.stderr).toMatch(
      /^Left out, as no label can have it: "two,three" of component:default\/b, "" of component:default\/c, "x{64}" of component:default\/d\n$/,
    );
    await expect(ids()).resolves.toEqual(['one']);
  });

  it('names all entities that claim one id', async () => {
    await setIds([]);
    stub.willKnow([
      component('b', { [ID]: 'shared' }),
      {
        kind: 'API',
        metadata: {
          name: 'A',
          namespace: 'x',
          annotations: { [ID]: 'shared' },
        },
      },
    ]);
    await runWithStub();
    await expect(dataOf()).resolves.toEqual({
      shared: 'api:x/a, component:default/b',
    });
  });

  it('writes as many ids of the greatest length as the README says, twice', async () => {
    await setIds([]);
    const entities = (generation: string) =>
      Array.from({ length: 10_000 }, (_, index) => {
        const name = `${generation}-${index}-`.padEnd(63, 'x');
        return component(name, { [ID]: name });
      });
    stub.willKnow(entities('first'));
    await expect(runWithStub()).resolves.toMatchObject({ code: 0 });
    stub.willKnow(entities('second'));
    await expect(
      runWithStub({ MOST_REMOVED_PERCENT: '100' }),
    ).resolves.toMatchObject({ code: 0 });
    await expect(ids()).resolves.toHaveLength(10_000);
  });

  it('says what to do where the list is missing', async () => {
    await cluster.kubectl([
      'delete',
      'configmap/label-contract-ids',
      '--namespace=backstage',
    ]);
    stub.willKnow([component('a', { [ID]: 'a' })]);
    const ended = await runWithStub();
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(
      /^The API server at https:\S+ answered 404\. The ConfigMap is missing: apply install\/admission again\.\n$/,
    );
    await cluster.kubectl(['apply', '-k', warnFolder]);
    await expect(runWithStub()).resolves.toMatchObject({ code: 0 });
    await expect(ids()).resolves.toEqual(['a']);
  });

  it.each([
    ['get', 'configmap/label-contract-ids', 'yes'],
    ['update', 'configmap/label-contract-ids', 'yes'],
    ['patch', 'configmap/label-contract-ids', 'no'],
    ['delete', 'configmap/label-contract-ids', 'no'],
    ['update', 'configmap/app-config-rhdh', 'no'],
    ['get', 'configmap/app-config-rhdh', 'no'],
    ['list', 'configmaps', 'no'],
    ['create', 'configmaps', 'no'],
    ['get', 'secrets', 'no'],
  ])('may %s %s: %s', async (verb, resource, expected) => {
    const answer = await cluster
      .kubectl([
        'auth',
        'can-i',
        verb,
        resource,
        '--namespace=backstage',
        '--as=system:serviceaccount:backstage:label-contract-ids',
      ])
      // "no" is an exit code, too.
      .catch((error: Error) =>
        /: *$/.test(error.message) ? 'no' : `${error}`,
      );
    expect(answer.trim()).toBe(expected);
  });

  it('has Pods that the NetworkPolicy beside it lets in', async () => {
    const policy: unknown = parse(
      await readFile(path.join(admissionFolder, 'network-policy.yaml'), 'utf8'),
    );
    const [rule] = listAt(policy, 'spec', 'ingress');
    const [from] = listAt(rule, 'from');
    expect(valueAt(job.podTemplate, 'metadata', 'labels')).toEqual(
      valueAt(from, 'podSelector', 'matchLabels'),
    );
  });

  it('makes a Pod that the strictest level of Pod Security accepts', async () => {
    await cluster.kubectl(['create', 'namespace', 'strict']);
    await cluster.kubectl([
      'label',
      'namespace/strict',
      'pod-security.kubernetes.io/enforce=restricted',
    ]);
    await cluster.kubectl([
      'create',
      'serviceaccount',
      'label-contract-ids',
      '--namespace=strict',
    ]);
    const accepted = await cluster.kubectl(
      ['create', '--dry-run=server', '--output=name', '-f', '-'],
      {
        input: stringify({
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: 'sync', namespace: 'strict' },
          spec: valueAt(job.podTemplate, 'spec'),
        }),
      },
    );
    expect(accepted.trim()).toBe('pod/sync');
  });
});
