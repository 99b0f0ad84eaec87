import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { examples as applicationExamples } from '../actions/argoCdApplicationAction.examples';
import { examples as pushExamples } from '../actions/manifestsPushAction.examples';
import { examples as writeExamples } from '../actions/manifestsWriteAction.examples';
import type { ActionOptions } from '../__testUtils__/actionsOn';
import { GitOps, startGitOps } from '../__testUtils__/startGitOps';
import { rulesOfFile } from '../__testUtils__/startPortalCluster';
import { startScaffolder } from '../__testUtils__/startScaffolder';

jest.setTimeout(120_000);

let on: GitOps;

beforeAll(async () => {
  on = await startGitOps({
    withOptions: true,
    roles: ['scaffolder-gitops-remove.yaml'],
  });
}, 600_000);

afterAll(() => on?.stop());

const kubectl = (...args: string[]) => on.actions.kubectl(...args);

const remove = (
  service: string,
  input: JsonObject = {},
  options?: ActionOptions,
) =>
  on.actions.remove(
    {
      service,
      team: 'inventory-team',
      namespace: service,
      removeNamespace: true,
      confirm: service,
      ...input,
    },
    options,
  );

/** What a service has on the cluster, its namespace and its Application included. */
async function whatIsLeftOf(service: string): Promise<string[]> {
  const named = await Promise.all([
    kubectl('get', 'namespaces', '--output=name'),
    kubectl('get', 'applications', '--namespace=argocd', '--output=name'),
    kubectl(
      'get',
      'deployments,services',
      `--namespace=${service}`,
      '--output=name',
    ),
  ]);
  return named
    .flatMap(lines => lines.trim().split('\n'))
    .filter(line => line.includes(service))
    .sort();
}

const whole = (service: string) => [
  `application.argoproj.io/${service}`,
  `deployment.apps/${service}-api`,
  `deployment.apps/${service}-worker`,
  `namespace/${service}`,
  `service/${service}-api`,
];

describe('the examples of the actions that deploy by Git', () => {
  it('run as they stand, but for the address, one after the other', async () => {
    const [write, push, application] = [
      writeExamples[0],
      pushExamples[0],
      applicationExamples[0],
    ].map(
      ({ example }) =>
        parse(
          example.replaceAll('https://git.example.com/deployments', on.git.url),
        ).steps[0],
    );
    await on.git.createRepository('services');
    const scaffolder = await startScaffolder({
      portal: on.portal,
      template: {
        apiVersion: 'scaffolder.backstage.io/v1beta3',
        kind: 'Template',
        metadata: { name: 'examples' },
        spec: { type: 'service', steps: [write, push, application] },
      },
      config: { labelContract: { gitops: { repositories: [on.git.url] } } },
    });
    try {
      const { status, log } = await scaffolder.run({});
      expect([status, log]).toEqual([
        'completed',
        expect.stringMatching(/order-tracker: Synced, Healthy/),
      ]);
    } finally {
      await scaffolder.stop();
    }
    expect(await whatIsLeftOf('order-tracker')).toEqual(whole('order-tracker'));
    expect(applicationExamples).toHaveLength(1);
    expect(pushExamples).toHaveLength(1);
  });
});

describe('a service that was deployed by Git', () => {
  beforeAll(async () => {
    const { applied } = await on.deploy('billing');
    if (applied.error) {
      throw applied.error;
    }
  }, 120_000);

  /** The message of a removal that left everything as it was. */
  async function refusalOf(input?: JsonObject, options?: ActionOptions) {
    const { error } = await remove('billing', input, options);
    expect(await whatIsLeftOf('billing')).toEqual(whole('billing'));
    return error?.message;
  }

  it('is planned: the Application, and what Argo CD deletes with it', async () => {
    const { error, outputs, log } = await remove('billing', { dryRun: true });
    expect(error).toBeUndefined();
    expect(`${outputs.rows}`.split('\n').sort()).toEqual([
      '| Application | `billing` | would be deleted |',
      '| Deployment | `billing-api` | would be deleted by Argo CD |',
      '| Deployment | `billing-worker` | would be deleted by Argo CD |',
      '| Namespace | `billing` | would be deleted by Argo CD |',
      '| Service | `billing-api` | would be deleted by Argo CD |',
    ]);
    expect(outputs.gitNote).toBe(
      `The manifests are still in services/billing on main of ${on.repoUrl}. Delete them there: whoever makes an Application of them brings all of it back.`,
    );
    expect(log).toContain(outputs.gitNote);
    expect(await whatIsLeftOf('billing')).toEqual(whole('billing'));
  });

  it.each([[{ dryRun: true }], [{}]])(
    'stays where its namespace is to stay, which would go with the Application: %o',
    async input => {
      expect(await refusalOf({ ...input, removeNamespace: false })).toMatch(
        /^Application billing in namespace argocd on workshop can't be removed: it also brought the namespace billing, which would go with it\. Say so \(removeNamespace\), or .*Nothing was written by this step\./,
      );
    },
  );

  it('stays where somebody else has something in its namespace', async () => {
    await kubectl('create', 'configmap', 'ours', '--namespace=billing');
    expect(await refusalOf()).toMatch(
      /it brought the namespace billing, too, which holds ConfigMap ours \(made by .*\)\. Move that away first/,
    );
    await kubectl('delete', 'configmap', 'ours', '--namespace=billing');
  });

  it('stays where the Application lost its finalizer, as Argo CD would leave all of it', async () => {
    const patch = (finalizers: string) =>
      kubectl(
        'patch',
        'application/billing',
        '--namespace=argocd',
        '--type=merge',
        `--patch={"metadata":{"finalizers":${finalizers}}}`,
      );
    await patch('null');
    expect(await refusalOf()).toContain(
      'it has lost its finalizer resources-finalizer.argocd.argoproj.io, so Argo CD would leave behind what it brought. Run label-contract:argocd:application again, which sets it.',
    );
    await patch('["resources-finalizer.argocd.argoproj.io"]');
  });

  it('stays where another Application keeps its Application', async () => {
    const mark = 'argocd.argoproj.io/tracking-id';
    const annotate = (value: string) =>
      kubectl('annotate', 'application/billing', '--namespace=argocd', value);
    await annotate(`${mark}=all:argoproj.io/Application:argocd/billing`);
    expect(await refusalOf()).toContain(
      'Application billing in namespace argocd on workshop comes from Git by Argo CD (Application all), which would bring it back.',
    );
    await annotate(`${mark}-`);
  });

  it('stays without the Role for that, which is named', async () => {
    const rules = [
      ...rulesOfFile('cluster-reader.yaml'),
      ...rulesOfFile('scaffolder.yaml'),
      ...rulesOfFile('options/scaffolder-remove.yaml'),
    ].filter(({ resources }) => !resources.includes('applications'));
    const access = await on.portal.accessOf('no-applications', rules);
    expect(await refusalOf({}, { access })).toMatch(
      /billing.* comes from Git by Argo CD \(Application billing\), which would bring it back\..* If it was deployed by this portal, the Role rhdh-scaffolder-gitops-remove lets this action delete the Application\./,
    );

    const reader = await on.portal.accessOf('looks-at-applications', [
      ...rules,
      {
        apiGroups: ['argoproj.io'],
        resources: ['applications'],
        verbs: ['list'],
      },
    ]);
    expect(await refusalOf({}, { access: reader })).toContain(
      "does not let the portal delete applications.argoproj.io in namespace argocd. Ask the platform team to add the verb 'delete' to the Role rhdh-scaffolder-gitops-remove, or to bind it.",
    );
  });

  it('goes with its Application, and a second run finds nothing left', async () => {
    const { error, outputs, log } = await remove('billing');
    expect([error, log]).toEqual([
      undefined,
      expect.arrayContaining([
        'Deleted Application billing in namespace argocd; Argo CD deletes what it brought',
        'Application billing is gone, and all that it brought',
      ]),
    ]);
    expect(outputs.removed).toBe(5);
    expect(outputs.rows).toContain(
      '| Namespace | `billing` | deleted by Argo CD |',
    );
    expect(await whatIsLeftOf('billing')).toEqual([]);

    const again = await remove('billing');
    expect([again.error, again.outputs.summary, again.outputs.gitNote]).toEqual(
      [undefined, 'nothing is left to remove', ''],
    );
  });
});

describe('an Application that somebody else made', () => {
  it('is not touched, nor what it brought, though it is labelled like ours', async () => {
    const { applied } = await on.deploy('shipping');
    expect(applied.error).toBeUndefined();
    const { spec } = await on.actions.get(
      'application',
      'shipping',
      '--namespace=argocd',
    );
    await kubectl(
      'patch',
      'application/shipping',
      '--namespace=argocd',
      '--type=merge',
      '--patch={"metadata":{"finalizers":null}}',
    );
    await kubectl('delete', 'application/shipping', '--namespace=argocd');
    await on.portal.controlPlane.kubectl(['create', '--filename=-'], {
      input: JSON.stringify({
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        metadata: {
          name: 'shipping',
          namespace: 'argocd',
          labels: {
            'portal-operations.io/service': 'shipping',
            'portal-operations.io/team': 'inventory-team',
          },
        },
        spec,
      }),
    });

    const { error } = await remove('shipping');
    expect(error?.message).toMatch(
      /shipping.* on workshop comes from Git by Argo CD \(Application shipping\), which would bring it back\. Remove it from its Git repository/,
    );
    expect(await whatIsLeftOf('shipping')).toEqual(whole('shipping'));
  });
});
