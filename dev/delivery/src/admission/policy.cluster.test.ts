import {
  startControlPlane,
  until,
  type ControlPlane,
} from '@internal/control-plane';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { keysAt, listAt, textAt, valueAt } from '../check/valueAt';
import { KubernetesClient } from './KubernetesClient';
import {
  aWorkload,
  definitionsOfForeignKinds,
  type Workload,
  type WorkloadOptions,
} from './workloads';

const admissionFolder = path.resolve(
  __dirname,
  '../../../../install/admission',
);

const policyPath =
  '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies/label-contract';
const listPath = '/api/v1/namespaces/backstage/configmaps/label-contract-ids';

/** What the API server writes down: the end of each write of a ServiceAccount, with what admission noted. */
const auditPolicy = {
  apiVersion: 'audit.k8s.io/v1',
  kind: 'Policy',
  omitStages: ['RequestReceived'],
  rules: [
    {
      level: 'Metadata',
      verbs: ['create', 'update', 'patch'],
      userGroups: ['system:serviceaccounts'],
    },
    { level: 'None' },
  ],
};

jest.setTimeout(180_000);

describe('the admission policy of install/admission', () => {
  let cluster: ControlPlane;
  /** Somebody who works in the cluster. */
  let person: KubernetesClient;

  const create = ({ collection, manifest }: Workload, query = '') =>
    person.send({
      method: 'POST',
      path: `${collection}${query}`,
      body: manifest,
    });
  const tryToCreate = (options: WorkloadOptions) =>
    create(aWorkload(options), '?dryRun=All');
  const patch = ({ collection, manifest }: Workload, body: unknown) =>
    person.send({
      method: 'PATCH',
      path: `${collection}/${manifest.metadata.name}`,
      body,
    });
  const remove = ({ collection, manifest }: Workload) =>
    person.send({
      method: 'DELETE',
      path: `${collection}/${manifest.metadata.name}`,
    });

  /** The API server sees a changed list, or a changed policy, a moment later. */
  const untilTried = (
    options: WorkloadOptions,
    isWanted: (answer: Awaited<ReturnType<typeof create>>) => boolean,
  ) =>
    until(() => tryToCreate(options), isWanted, {
      what: 'the policy to act on what was changed',
    });

  /** Writes the list of ids, and waits until the policy knows it. */
  const claim = async (ids: readonly string[]) => {
    const data = Object.fromEntries(
      ids.map(id => [id, `component:default/${id}`]),
    );
    const { body } = await person.send({ method: 'GET', path: listPath });
    await person.send({
      method: 'PUT',
      path: listPath,
      body: { ...Object(body), data },
    });
    await untilTried(
      { kind: 'Deployment', levels: { object: 'nobodys' } },
      ({ warnings }) =>
        warnings.some(text => text.includes(`the ${ids.length} keys`)),
    );
  };

  beforeAll(async () => {
    cluster = await startControlPlane({ isAudited: true, auditPolicy });
    for (const name of ['backstage', 'shop', 'kube-shop', 'openshift-shop']) {
      await cluster.kubectl(['create', 'namespace', name]);
    }
    await cluster.kubectl(['apply', '-f', '-'], {
      input: definitionsOfForeignKinds(),
    });
    await cluster.kubectl([
      'wait',
      '--for=condition=Established',
      'crd/rollouts.argoproj.io',
      'crd/deploymentconfigs.apps.openshift.io',
    ]);
    await cluster.kubectl([
      'create',
      'serviceaccount',
      'person',
      '--namespace=shop',
    ]);
    await cluster.kubectl([
      'create',
      'clusterrolebinding',
      'person',
      '--clusterrole=cluster-admin',
      '--serviceaccount=shop:person',
    ]);
    person = new KubernetesClient(
      cluster,
      await cluster.createToken({
        namespace: 'shop',
        serviceAccount: 'person',
      }),
    );
    await cluster.kubectl(['apply', '-k', path.join(admissionFolder, 'warn')]);
    await claim(['shop', 'shop-search', 'weather-app']);
  });

  afterAll(() => cluster?.stop());

  it('has expressions that the API server knows the types of', async () => {
    const policy = await until(
      async () =>
        (
          await person.send({
            method: 'GET',
            path: policyPath,
          })
        ).body,
      body => valueAt(body, 'status', 'observedGeneration') === 1,
      { what: 'the types of the policy to be checked' },
    );
    expect(
      valueAt(policy, 'status', 'typeChecking', 'expressionWarnings'),
    ).toBeUndefined();
  });

  it('creates a workload whose label nobody claims, and tells who created it what is wrong and how to fix it', async () => {
    const workload = aWorkload({
      kind: 'Deployment',
      name: 'gateway',
      levels: { object: 'shop', podTemplate: 'shop-gateway' },
    });
    const answer = await create(workload);
    expect(answer.status).toBe(201);
    expect(answer.warnings).toEqual([
      expect.stringContaining(
        'backstage.io/kubernetes-id is "shop-gateway" in spec.template.metadata.labels, and no entity of the catalog claims that. ',
      ),
    ]);
    const [warning] = answer.warnings;
    expect(warning).toContain('Claimed are: shop, shop-search, weather-app. ');
    expect(warning).toContain(
      'the 3 keys of ConfigMap backstage/label-contract-ids',
    );
    expect(warning).toContain(
      'Set the label to the id of the service in all places, or annotate its catalog entity with backstage.io/kubernetes-id: shop-gateway.',
    );
    await remove(workload);
  });

  it('writes it into the audit log of the API server', async () => {
    const name = 'audited';
    const workload = aWorkload({
      kind: 'Deployment',
      name,
      levels: { object: 'nobodys' },
    });
    await create(workload);
    await remove(workload);
    const log = await readFile(
      path.join(cluster.folder, 'logs/audit.log'),
      'utf8',
    );
    const failures = log
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
      .filter(
        line =>
          textAt(line, 'verb') === 'create' &&
          textAt(line, 'requestURI') === workload.collection,
      )
      .map(line =>
        textAt(
          line,
          'annotations',
          'validation.policy.admission.k8s.io/validation_failure',
        ),
      )
      .filter(text => text?.includes('\\"nobodys\\" in metadata.labels'));
    expect(failures).toHaveLength(1);
    expect(JSON.parse(`${failures[0]}`)).toEqual([
      expect.objectContaining({
        policy: 'label-contract',
        validationActions: ['Warn', 'Audit'],
      }),
    ]);
  });

  it.each<WorkloadOptions['kind']>([
    'Deployment',
    'StatefulSet',
    'DaemonSet',
    'Job',
    'Rollout',
    'DeploymentConfig',
  ])('judges both levels of a %s', async kind => {
    const tried = (levels: WorkloadOptions['levels']) =>
      tryToCreate({ kind, levels });
    const right = await tried({ object: 'shop', podTemplate: 'shop' });
    expect(right).toMatchObject({ status: 201, warnings: [] });

    const both = await tried({ object: 'x', podTemplate: 'y' });
    expect(both).toMatchObject({
      status: 201,
      warnings: [
        expect.stringContaining(
          'is "x" in metadata.labels and "y" in spec.template.metadata.labels,',
        ),
      ],
    });
    const none = await tried({});
    expect(none).toMatchObject({ status: 201, warnings: [] });
  });

  it('judges all three levels of a CronJob', async () => {
    const tried = (levels: WorkloadOptions['levels']) =>
      tryToCreate({ kind: 'CronJob', levels });
    const all = await tried({
      object: 'x',
      jobTemplate: 'y',
      podTemplate: 'z',
    });
    expect(all.warnings).toEqual([
      expect.stringContaining(
        'is "x" in metadata.labels and "y" in spec.jobTemplate.metadata.labels and ' +
          '"z" in spec.jobTemplate.spec.template.metadata.labels,',
      ),
    ]);
    const one = await tried({ object: 'shop', jobTemplate: 'y' });
    expect(one.warnings).toEqual([
      expect.stringContaining('is "y" in spec.jobTemplate.metadata.labels,'),
    ]);
    const right = await tried({
      object: 'shop',
      jobTemplate: 'shop',
      podTemplate: 'shop',
    });
    expect(right).toMatchObject({ status: 201, warnings: [] });
  });

  it.each<[string, WorkloadOptions]>([
    ['a Pod', { kind: 'Pod', levels: { object: 'nobodys' } }],
    [
      'a ReplicaSet',
      {
        kind: 'ReplicaSet',
        levels: { object: 'nobodys', podTemplate: 'nobodys' },
      },
    ],
    [
      'a Job that a CronJob made',
      {
        kind: 'Job',
        levels: { object: 'nobodys', podTemplate: 'nobodys' },
        ownerReferences: [
          {
            apiVersion: 'batch/v1',
            kind: 'CronJob',
            name: 'nightly',
            uid: '3b0cc9a5-8a52-4b67-b5e8-5ba25cb50f46',
            controller: true,
          },
        ],
      },
    ],
    [
      'a workload that is opted out',
      {
        kind: 'Deployment',
        levels: { object: 'nobodys' },
        annotations: { 'portal-operations.io/label-contract': 'ignore' },
      },
    ],
    [
      "a workload in one of Kubernetes' namespaces",
      {
        kind: 'Deployment',
        namespace: 'kube-shop',
        levels: { object: 'nobodys' },
      },
    ],
    [
      "a workload in one of OpenShift's namespaces",
      {
        kind: 'Deployment',
        namespace: 'openshift-shop',
        levels: { object: 'nobodys' },
      },
    ],
    [
      'a workload with nothing but labels that selectors of the catalog may name',
      { kind: 'Deployment', levels: {} },
    ],
  ])('does not judge %s', async (_, options) => {
    await expect(tryToCreate(options)).resolves.toMatchObject({
      status: 201,
      warnings: [],
    });
  });

  it('judges a Job that belongs to something but is controlled by nothing', async () => {
    const { warnings } = await tryToCreate({
      kind: 'Job',
      levels: { object: 'nobodys' },
      ownerReferences: [
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          name: 'a',
          uid: '3b0cc9a5-8a52-4b67-b5e8-5ba25cb50f46',
        },
      ],
    });
    expect(warnings).toHaveLength(1);
  });

  it('judges an empty value, which is a label', async () => {
    const { warnings } = await tryToCreate({
      kind: 'Deployment',
      levels: { object: '' },
    });
    expect(warnings).toEqual([
      expect.stringContaining('is "" in metadata.labels,'),
    ]);
  });

  it('judges only what an update changed', async () => {
    const workload = aWorkload({
      kind: 'Deployment',
      name: 'old',
      levels: { object: 'old-wrong', podTemplate: 'old-wrong' },
    });
    await create(workload);
    const labels = (value: string | null) => ({
      labels: { 'backstage.io/kubernetes-id': value },
    });

    const scaled = await patch(workload, { spec: { replicas: 2 } });
    expect(scaled).toMatchObject({ status: 200, warnings: [] });

    const halfFixed = await patch(workload, { metadata: labels('shop') });
    expect(halfFixed).toMatchObject({ status: 200, warnings: [] });

    const brokenAnew = await patch(workload, { metadata: labels('new-wrong') });
    expect(brokenAnew).toMatchObject({
      status: 200,
      warnings: [
        expect.stringContaining('is "new-wrong" in metadata.labels, and no'),
      ],
    });

    const removed = await patch(workload, { metadata: labels(null) });
    expect(removed).toMatchObject({ status: 200, warnings: [] });
    const added = await patch(workload, { metadata: labels('new-wrong') });
    expect(added.warnings).toHaveLength(1);
    await remove(workload);
  });

  it('names the ids that begin alike where there are many, and none where too many do', async () => {
    const numbered = (word: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${word}-${index}`);
    await claim(['shop', 'shop-search', ...numbered('other', 300)]);
    const alike = await tryToCreate({
      kind: 'Deployment',
      levels: { object: 'shop-gateway' },
    });
    expect(alike.warnings).toEqual([
      expect.stringContaining('Alike and claimed: shop, shop-search. '),
    ]);

    const tooMany = await tryToCreate({
      kind: 'Deployment',
      levels: { object: 'other-x' },
    });
    expect(tooMany.warnings).toEqual([
      expect.stringMatching(
        /no entity of the catalog claims that\. All that is claimed: the 302 keys/,
      ),
    ]);
  });

  it('judges by as many ids of the greatest length as the README says', async () => {
    const ids = Array.from({ length: 10_000 }, (_, index) =>
      `shop-${index}-`.padEnd(63, 'x'),
    );
    await claim(ids);
    const wrong = await tryToCreate({
      kind: 'Deployment',
      levels: { object: 'shop-x' },
    });
    expect(wrong).toMatchObject({
      status: 201,
      warnings: [expect.stringContaining('"shop-x" in metadata.labels')],
    });
    const right = await tryToCreate({
      kind: 'Deployment',
      levels: { object: ids[9999] },
    });
    expect(right).toMatchObject({ status: 201, warnings: [] });
  });

  it('lets everything pass while the list was never written, or is missing', async () => {
    const options: WorkloadOptions = {
      kind: 'Deployment',
      levels: { object: 'nobodys' },
    };
    const { body } = await person.send({ method: 'GET', path: listPath });
    const list = Object(body);

    await person.send({
      method: 'PUT',
      path: listPath,
      body: { ...list, data: {} },
    });
    const stored = await person.send({ method: 'GET', path: listPath });
    expect(keysAt(stored.body)).not.toContain('data');
    await untilTried(options, ({ warnings }) => warnings.length === 0);

    await claim(['shop']);
    await person.send({ method: 'DELETE', path: listPath });
    await untilTried(options, ({ warnings }) => warnings.length === 0);

    await cluster.kubectl(['apply', '-k', path.join(admissionFolder, 'warn')]);
    await claim(['shop', 'shop-search']);
  });

  it('keeps the ids when the folder is applied again', async () => {
    await cluster.kubectl(['apply', '-k', path.join(admissionFolder, 'warn')]);
    const { body } = await person.send({ method: 'GET', path: listPath });
    expect(keysAt(body, 'data')).toEqual(['shop', 'shop-search']);
  });

  describe('with the overlay that denies', () => {
    const wrong: WorkloadOptions = {
      kind: 'Deployment',
      levels: { object: 'shop', podTemplate: 'nobodys' },
    };

    beforeAll(async () => {
      await create(aWorkload({ ...wrong, name: 'older' }));
      await cluster.kubectl([
        'apply',
        '-k',
        path.join(admissionFolder, 'deny'),
      ]);
      await untilTried(wrong, ({ status }) => status !== 201);
    });

    it('refuses with the same sentence', async () => {
      const { status, warnings, body } = await create(aWorkload(wrong));
      expect({ status, warnings }).toEqual({ status: 422, warnings: [] });
      expect(textAt(body, 'message')).toContain(
        'is "nobodys" in spec.template.metadata.labels, and no entity of the catalog claims that.',
      );
    });

    it('refuses a CronJob for its job template alone', async () => {
      const { status } = await tryToCreate({
        kind: 'CronJob',
        levels: { object: 'shop', jobTemplate: 'nobodys', podTemplate: 'shop' },
      });
      expect(status).toBe(422);
    });

    it('lets pass what is claimed, and what carries no label', async () => {
      const tried = [{ object: 'shop', podTemplate: 'shop-search' }, {}].map(
        levels => tryToCreate({ kind: 'Deployment', levels }),
      );
      for (const { status } of await Promise.all(tried)) {
        expect(status).toBe(201);
      }
    });

    it('lets an older workload be scaled, and its pods be made', async () => {
      const older = aWorkload({ ...wrong, name: 'older' });
      const scaled = await patch(older, { spec: { replicas: 3 } });
      expect(scaled.status).toBe(200);
      await until(
        async () =>
          (
            await person.send({
              method: 'GET',
              path: `${older.collection}/older`,
            })
          ).body,
        body => valueAt(body, 'status', 'replicas') === 3,
        { what: 'the pods of the older workload' },
      );
    });

    it('lets pass what it fails to judge, and fails at nothing that is common', async () => {
      const { collection, manifest } = aWorkload({
        kind: 'Rollout',
        levels: {},
      });
      const strange = {
        collection,
        manifest: {
          ...manifest,
          spec: { template: { metadata: { labels: ['a list'] } } },
        },
      };
      const tryStrange = () => create(strange, '?dryRun=All');
      await expect(tryStrange()).resolves.toMatchObject({ status: 201 });

      const failAs = (failurePolicy: string) =>
        person.send({
          method: 'PATCH',
          path: policyPath,
          body: { spec: { failurePolicy } },
        });
      await failAs('Fail');
      await until(tryStrange, ({ status }) => status === 422, {
        what: 'an error of the policy to count as a refusal',
      });
      const { body } = await person.send({ method: 'GET', path: listPath });
      const withoutData = { ...Object(body), data: undefined };
      await person.send({ method: 'PUT', path: listPath, body: withoutData });
      await untilTried(wrong, ({ status }) => status === 201);

      await failAs('Ignore');
      await until(tryStrange, ({ status }) => status === 201, {
        what: 'an error of the policy to count as nothing again',
      });
    });

    it('lets everything pass while the list is missing', async () => {
      await person.send({ method: 'DELETE', path: listPath });
      await expect(
        untilTried(wrong, ({ status }) => status === 201),
      ).resolves.toMatchObject({ warnings: [] });
    });

    it('is taken back by the folder that warns', async () => {
      await cluster.kubectl([
        'apply',
        '-k',
        path.join(admissionFolder, 'warn'),
      ]);
      await claim(['shop']);
      const { status, warnings } = await tryToCreate(wrong);
      expect({ status, count: warnings.length }).toEqual({
        status: 201,
        count: 1,
      });
    });
  });

  it('is gone with what the folder has', async () => {
    await cluster.kubectl(['delete', '-k', path.join(admissionFolder, 'warn')]);
    await untilTried(
      { kind: 'Deployment', levels: { object: 'nobodys' } },
      ({ warnings }) => warnings.length === 0,
    );
    const policies = await person.send({
      method: 'GET',
      path: path.dirname(policyPath),
    });
    expect(
      listAt(policies.body, 'items').map(item =>
        textAt(item, 'metadata', 'name'),
      ),
    ).toEqual([]);
  });
});
