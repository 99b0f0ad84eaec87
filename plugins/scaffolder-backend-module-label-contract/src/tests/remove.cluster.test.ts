import { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { examples } from '../actions/serviceRemoveAction.examples';
import { connectToCluster } from '../cluster/connectToCluster';
import type { Run } from '../apply/Run';
import type { ObjectName } from '../objects/ObjectName';
import { StepRecord } from '../refusal/StepRecord';
import { removeService } from '../removal/removeService';
import {
  ActionOptions,
  actionsOn,
  ActionsOnCluster,
} from '../__testUtils__/actionsOn';
import {
  PortalCluster,
  rulesOfFile,
  startPortalCluster,
} from '../__testUtils__/startPortalCluster';

const orderTracker: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'order-tracker',
    annotations: {
      'backstage.io/kubernetes-id': 'order-tracker',
      'backstage.io/managed-by-origin-location':
        'url:https://git.example.com/orders/catalog-info.yaml',
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'inventory-team' },
};

const whose = { service: 'order-tracker', team: 'inventory-team' };
const confirm = 'order-tracker';

// Rollouts and deletions take seconds each.
jest.setTimeout(60_000);

let portal: PortalCluster;
let actions: ActionsOnCluster;

beforeAll(async () => {
  portal = await startPortalCluster({ withOptions: true });
  actions = actionsOn(portal, [orderTracker]);
}, 600_000);

afterAll(async () => {
  await portal?.controlPlane.stop();
});

/** A namespace with a kit, an api with everything that may go with it, and a worker. */
async function deployAll(namespace: string, service = 'order-tracker') {
  const place = { namespace, service, team: 'inventory-team' };
  const runs = [
    await actions.createNamespace({
      ...place,
      service: 'order-tracker',
      quota: { pods: '20' },
      networkPolicy: 'deny-ingress',
      teamRole: 'edit',
    }),
    await actions.deploy({
      ...place,
      component: 'api',
      expose: 'ingress',
      host: 'orders.example.com',
      disruptionBudget: true,
      autoscaling: { maxReplicas: 4 },
      waitSeconds: 0,
    }),
    await actions.deploy({ ...place, component: 'worker' }),
  ];
  expect(runs.flatMap(({ error }) => error ?? [])).toEqual([]);
}

/** A worker, in a namespace without a kit. */
async function deployWorker(namespace: string, waitSeconds = 180) {
  const place = { ...whose, namespace };
  const runs = [
    await actions.createNamespace(place),
    await actions.deploy({ ...place, component: 'worker', waitSeconds }),
  ];
  expect(runs.flatMap(({ error }) => error ?? [])).toEqual([]);
}

const KINDS =
  'deployments,services,ingresses,poddisruptionbudgets,horizontalpodautoscalers,' +
  'configmaps,resourcequotas,networkpolicies,rolebindings,pods';

/** Names of all that is in a namespace, pods by the name of what they are of; undefined where there is none. */
async function contentsOf(namespace: string): Promise<string[] | undefined> {
  const { items: namespaces } = await actions.get('namespaces');
  if (!namespaces.some(({ metadata }: any) => metadata.name === namespace)) {
    return undefined;
  }
  const { items } = await actions.get(KINDS, `--namespace=${namespace}`);
  return items
    .map(({ kind, metadata }: any) =>
      kind === 'Pod'
        ? `Pod of ${metadata.labels?.['app.kubernetes.io/name']}`
        : `${kind}/${metadata.name}`,
    )
    .filter((name: string) => name !== 'ConfigMap/kube-root-ca.crt')
    .sort();
}

/** Every object of a namespace with its resource version. */
async function versionsIn(namespace: string): Promise<string[]> {
  const { items } = await actions.get(KINDS, `--namespace=${namespace}`);
  return items
    .filter(({ kind }: any) => kind !== 'HorizontalPodAutoscaler')
    .map(
      ({ kind, metadata }: any) =>
        `${kind}/${metadata.name}/${metadata.resourceVersion}`,
    );
}

const apply = (...objects: object[]) =>
  portal.controlPlane.kubectl(['apply', '--filename=-'], {
    input: objects.map(object => JSON.stringify(object)).join('\n---\n'),
  });

/** Runs a removal that lets something happen before its first deletion of the Deployment. */
async function removeWhile(
  namespace: string,
  happens: (attempt: number) => Promise<unknown>,
  options: { removeNamespace?: boolean; remembered?: ObjectName[] } = {},
) {
  const { removeNamespace = false, remembered = [] } = options;
  const client = await connectToCluster({
    endpoint: await portal.access.endpointOf(undefined),
  });
  const log: string[] = [];
  let attempts = 0;
  const run: Run = {
    client: {
      ...client,
      async remove(kind, object) {
        if (kind === 'Deployment') {
          attempts += 1;
          await happens(attempts);
        }
        return client.remove(kind, object);
      },
    },
    record: new StepRecord(),
    dryRun: false,
    origin: {},
    log: line => log.push(line),
  };
  try {
    const { objects } = await removeService(
      run,
      {
        ...whose,
        namespace,
        removeNamespace,
        argoCdNamespace: 'argocd',
        waitSeconds: 30,
      },
      async names => [...remembered, ...names],
    );
    return { objects, attempts };
  } finally {
    client.close();
  }
}

describe('a removal', () => {
  it('deletes a service with its namespace, and a second one finds nothing left', async () => {
    await deployAll('whole');

    const run = await actions.remove({
      ...whose,
      namespace: 'whole',
      removeNamespace: true,
      confirm,
    });

    expect(run.error).toBeUndefined();
    const names = String(run.outputs.rows)
      .split('\n')
      .map(row => /^\| (\w+) \| `(.+)` \| deleted \|$/.exec(row)?.slice(1));
    expect(names).toEqual([
      ['HorizontalPodAutoscaler', 'order-tracker-api'],
      ['PodDisruptionBudget', 'order-tracker-api'],
      ['Ingress', 'order-tracker-api'],
      ['Service', 'order-tracker-api'],
      ['Deployment', 'order-tracker-api'],
      ['Deployment', 'order-tracker-worker'],
      ['RoleBinding', 'team-edit'],
      ['NetworkPolicy', 'allow-router'],
      ['NetworkPolicy', 'allow-same-namespace'],
      ['NetworkPolicy', 'default-deny'],
      ['ResourceQuota', 'team-quota'],
      ['Namespace', 'whole'],
    ]);
    expect(run.outputs).toMatchObject({
      cluster: 'workshop',
      removed: 12,
      remaining: '',
      catalogNote: expect.stringMatching(
        /^component:default\/order-tracker stays in the catalog and still claims workloads\. .*Unregister entity.*https:\/\/git\.example\.com\/orders\/catalog-info\.yaml/,
      ),
    });
    expect(await contentsOf('whole')).toBeUndefined();
    expect(actions.events.at(-1)).toMatchObject({
      eventId: 'service-remove',
      severityLevel: 'high',
      meta: { ...whose, namespace: 'whole', dryRun: false },
      ended: 'succeeded',
    });

    const again = await actions.remove({
      ...whose,
      namespace: 'whole',
      removeNamespace: true,
      confirm,
    });
    expect(again.error).toBeUndefined();
    expect(again.log.slice(0, 2)).toEqual([
      'Namespace whole does not exist on workshop',
      'nothing is left to remove',
    ]);
    expect(again.outputs).toMatchObject({ removed: 0, rows: '' });
  });

  it('deletes nothing else: other services, what was made by others, the kit, the namespace', async () => {
    await deployAll('shared');
    await deployAll('shared', 'billing');
    const { metadata } = await actions.get(
      'deployment/order-tracker-worker',
      '--namespace=shared',
    );
    await actions.kubectl(
      'create',
      'configmap',
      'theirs',
      '--namespace=shared',
    );
    await apply({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: {
        name: 'by-hand',
        namespace: 'shared',
        labels: metadata.labels,
      },
      spec: {
        replicas: 0,
        selector: { matchLabels: { app: 'by-hand' } },
        template: {
          metadata: { labels: { app: 'by-hand' } },
          spec: { containers: [{ name: 'a', image: 'example.com/a:1' }] },
        },
      },
    });

    const run = await actions.remove({
      ...whose,
      namespace: 'shared',
      removeNamespace: true,
      confirm,
    });

    expect(run.error).toBeUndefined();
    expect(run.outputs.removed).toBe(6);
    expect(String(run.outputs.rows).split('\n').slice(6)).toEqual([
      '| Deployment | `by-hand` | stays: made by kubectl-client-side-apply, not by this portal |',
      expect.stringMatching(
        /^\| Namespace \| `shared` \| stays: it holds HorizontalPodAutoscaler billing-api \(of service billing\), .*Deployment by-hand \(made by kubectl-client-side-apply\), .*and \d more \|$/,
      ),
    ]);
    expect(await contentsOf('shared')).toEqual([
      'ConfigMap/theirs',
      'Deployment/billing-api',
      'Deployment/billing-worker',
      'Deployment/by-hand',
      'HorizontalPodAutoscaler/billing-api',
      'Ingress/billing-api',
      'NetworkPolicy/allow-router',
      'NetworkPolicy/allow-same-namespace',
      'NetworkPolicy/default-deny',
      'Pod of billing-api',
      'Pod of billing-worker',
      'PodDisruptionBudget/billing-api',
      'ResourceQuota/team-quota',
      'RoleBinding/team-edit',
      'Service/billing-api',
    ]);

    const again = await actions.remove({
      ...whose,
      namespace: 'shared',
      confirm,
    });
    expect(again.log[0]).toMatch(
      /^nothing is left to remove; stays: Deployment by-hand \(made by kubectl-client-side-apply, not by this portal\); Namespace shared \(its removal was not asked for\)$/,
    );
  });

  it.each([
    [
      'a ConfigMap',
      'ConfigMap kept (made by kubectl-create)',
      ['create', 'configmap', 'kept', '--from-literal=a=1'],
    ],
    [
      'a pod that nothing controls',
      'Pod kept (made by kubectl-run)',
      [
        'run',
        'kept',
        '--image=example.com/a:1',
        '--overrides={"spec":{"securityContext":{"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}},"containers":[{"name":"kept","image":"example.com/a:1","securityContext":{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]}}}]}}',
      ],
    ],
  ])(
    'leaves a namespace that holds %s of somebody else, and its kit with it',
    async (what, holder, command) => {
      const namespace = what.replaceAll(' ', '-').toLowerCase();
      await deployAll(namespace);
      await actions.kubectl(...command, `--namespace=${namespace}`);

      const run = await actions.remove({
        ...whose,
        namespace,
        removeNamespace: true,
        confirm,
      });

      expect(run.error).toBeUndefined();
      expect(run.outputs.remaining).toBe(
        `Namespace ${namespace} (it holds ${holder})`,
      );
      expect(await contentsOf(namespace)).toContain('ResourceQuota/team-quota');
    },
  );

  it('leaves a namespace that somebody else made and ops gave to the team', async () => {
    await actions.kubectl('create', 'namespace', 'adopted');
    await actions.kubectl(
      'label',
      'namespace',
      'adopted',
      'portal-operations.io/team=inventory-team',
    );
    const run = await actions.remove({
      ...whose,
      namespace: 'adopted',
      removeNamespace: true,
      confirm,
    });
    expect(run.outputs).toMatchObject({
      removed: 0,
      remaining:
        'Namespace adopted (made by kubectl-create, kubectl-label, not by this portal)',
    });
  });

  it('is done twice at once', async () => {
    await deployAll('twice');
    const input = {
      ...whose,
      namespace: 'twice',
      removeNamespace: true,
      confirm,
    };
    const runs = await Promise.all([
      actions.remove(input),
      actions.remove(input),
    ]);
    expect(runs.map(({ error }) => error)).toEqual([undefined, undefined]);
    expect(await contentsOf('twice')).toBeUndefined();
  });
});

describe('a plan', () => {
  it('says what would be deleted, needs no confirmation, and deletes nothing', async () => {
    await deployAll('planned');
    const before = await versionsIn('planned');

    const run = await actions.remove({
      ...whose,
      namespace: 'planned',
      removeNamespace: true,
      dryRun: true,
    });

    expect(run.error).toBeUndefined();
    expect(run.outputs.removed).toBe(12);
    expect(run.outputs.rows).toContain(
      '| Deployment | `order-tracker-api` | would be deleted |\n',
    );
    expect(run.log[0]).toBe(
      "Whatever the portal can't see in namespace planned would go with it: Secrets, and kinds that it does not know",
    );
    expect(run.log[1]).toMatch(
      /^Plan: would delete HorizontalPodAutoscaler order-tracker-api, .* and Namespace planned$/,
    );
    expect(await versionsIn('planned')).toEqual(before);

    const byScaffolder = await actions.remove(
      { ...whose, namespace: 'planned', dryRun: false, confirm },
      { isDryRun: true },
    );
    expect(byScaffolder.outputs.rows).toContain('would be deleted');
    expect(await versionsIn('planned')).toEqual(before);
  });
});

describe('a removal is refused, and nothing is gone,', () => {
  beforeAll(() => deployWorker('guarded'), 60_000);

  /** The error of a removal that left everything as it was. */
  async function refusalOf(
    input: JsonObject,
    options?: ActionOptions,
  ): Promise<Error | undefined> {
    const { error } = await actions.remove(
      { ...whose, namespace: 'guarded', ...input },
      options,
    );
    expect(await contentsOf('guarded')).toEqual([
      'Deployment/order-tracker-worker',
      'Pod of order-tracker-worker',
    ]);
    return error;
  }

  it.each([
    ['missing', {}, "confirm: found ''; allowed: 'order-tracker', the"],
    ['another name', { confirm: 'billing' }, "confirm: found 'billing'; "],
  ])('where the confirmation is %s', async (_, input, message) => {
    const error = await refusalOf(input);
    expect(error?.name).toBe('InputError');
    expect(error?.message).toContain(message);
  });

  it('where the namespace is another team’s', async () => {
    const error = await refusalOf({ team: 'payments-team', confirm });
    expect(error?.message).toContain(
      "namespace: 'guarded' on workshop belongs to inventory-team, not to payments-team.",
    );
  });

  it('where only members may, and somebody else asks', async () => {
    const error = await refusalOf(
      { requireMembership: true, confirm },
      { ownershipEntityRefs: ['user:default/guest'] },
    );
    expect(error?.message).toMatch(/is not a member of group:default/);
  });

  it('where rights are missing: all of them are named, with the role', async () => {
    const access = await portal.accessOf(
      'writer',
      rulesOfFile('scaffolder.yaml'),
    );
    const error = await refusalOf(
      { removeNamespace: true, confirm },
      { access },
    );
    expect(error?.name).toBe('NotAllowedError');
    const needed = rulesOfFile('options/scaffolder-remove.yaml').flatMap(
      ({ resources, verbs }) =>
        resources.flatMap(resource => verbs.map(verb => `${verb} ${resource}`)),
    );
    // The writer may list quotas, and this cluster has no Routes.
    const isAsked = (right: string) =>
      right !== 'list resourcequotas' && !right.endsWith(' routes');
    for (const right of needed.filter(isAsked)) {
      expect(error?.message).toMatch(new RegExp(`${right}\\b`));
    }
    expect(error?.message).toContain(
      "add the verbs 'delete', 'list' to the ClusterRole rhdh-scaffolder-remove, or to bind it. Nothing was written by this step.",
    );
  });
});

describe('what comes from Git', () => {
  it.each([
    [
      'Argo CD (Application orders)',
      'annotate',
      'argocd.argoproj.io/tracking-id=orders:apps/Deployment:NAMESPACE/order-tracker-worker',
    ],
    [
      'Flux (Kustomization orders)',
      'label',
      'kustomize.toolkit.fluxcd.io/name=orders',
    ],
  ])('is left to %s, in a plan, too', async (tool, verb, mark) => {
    const namespace = `by-${verb}`;
    await deployWorker(namespace, 0);
    await actions.kubectl(
      verb,
      'deployment/order-tracker-worker',
      mark.replace('NAMESPACE', namespace),
      `--namespace=${namespace}`,
    );
    for (const input of [{ confirm }, { dryRun: true }]) {
      const { error } = await actions.remove({ ...whose, namespace, ...input });
      expect(error?.name).toBe('ConflictError');
      expect(error?.message).toContain(
        `Deployment order-tracker-worker in namespace ${namespace} on workshop comes from Git by ${tool}, which would bring it back. Remove it from its Git repository`,
      );
    }
    expect(await contentsOf(namespace)).toContain(
      'Deployment/order-tracker-worker',
    );
  });

  it('is in the way only where it would go: a namespace of Git that stays is none', async () => {
    const namespace = 'from-git';
    await deployWorker(namespace, 0);
    await actions.kubectl(
      'annotate',
      'namespace',
      namespace,
      `argocd.argoproj.io/tracking-id=spaces:/Namespace:/${namespace}`,
    );

    const { error } = await actions.remove({
      ...whose,
      namespace,
      removeNamespace: true,
      confirm,
    });
    expect(error?.message).toContain(
      `namespace ${namespace} on workshop comes from Git by Argo CD (Application spaces)`,
    );
    expect(await contentsOf(namespace)).toContain(
      'Deployment/order-tracker-worker',
    );

    const run = await actions.remove({ ...whose, namespace, confirm });
    expect(run.error).toBeUndefined();
    expect(await contentsOf(namespace)).toEqual([]);
  });
});

describe('in between', () => {
  const annotate = (namespace: string, value: number) =>
    actions.kubectl(
      'annotate',
      '--overwrite',
      'deployment/order-tracker-worker',
      `example.com/seen=${value}`,
      `--namespace=${namespace}`,
    );

  it('an object may change: it is looked at again and deleted', async () => {
    await deployWorker('changed');
    const { objects, attempts } = await removeWhile(
      'changed',
      async attempt => attempt < 3 && annotate('changed', attempt),
    );
    expect(attempts).toBe(3);
    expect(objects[0]).toMatchObject({ outcome: 'deleted' });
    expect(await contentsOf('changed')).toEqual([]);
  });

  it('an object may change every time: the step gives up', async () => {
    await deployWorker('restless');
    await expect(
      removeWhile('restless', attempt => annotate('restless', attempt)),
    ).rejects.toMatchObject({ refusal: { kind: 'changed-meanwhile' } });
  });

  it('an object may become another team’s: it stays', async () => {
    await deployWorker('handed');
    const { objects } = await removeWhile('handed', () =>
      actions.kubectl(
        'label',
        '--overwrite',
        'deployment/order-tracker-worker',
        'portal-operations.io/team=payments-team',
        '--namespace=handed',
      ),
    );
    expect(objects[0]).toMatchObject({ outcome: 'stays' });
    expect(await contentsOf('handed')).toContain(
      'Deployment/order-tracker-worker',
    );
  });

  it('somebody may put something into the namespace: it stays', async () => {
    await deployWorker('filled');
    const { objects } = await removeWhile(
      'filled',
      () => actions.kubectl('create', 'configmap', 'new', '--namespace=filled'),
      { removeNamespace: true },
    );
    expect(objects.at(-1)).toEqual({
      object: { kind: 'Namespace', name: 'filled' },
      outcome: 'stays',
      reason: 'it holds ConfigMap new (made by somebody else)',
    });
    expect(await contentsOf('filled')).toEqual(['ConfigMap/new']);
  });

  it('an object may be deleted by somebody else: that is fine', async () => {
    await deployWorker('gone');
    const { objects } = await removeWhile('gone', () =>
      actions.kubectl(
        'delete',
        'deployment/order-tracker-worker',
        '--namespace=gone',
      ),
    );
    expect(objects[0]).toMatchObject({ outcome: 'deleted' });
  });
});

describe('a removal that is taken up again after the portal stopped', () => {
  it('tells what it deleted before, and not what is still there', async () => {
    await deployWorker('resumed');
    await actions.kubectl(
      'create',
      'service',
      'clusterip',
      'b',
      '--tcp=80',
      '-n=resumed',
    );
    const service = (name: string): ObjectName => ({
      kind: 'Service',
      name,
      namespace: 'resumed',
    });
    const { objects } = await removeWhile('resumed', async () => {}, {
      remembered: [service('a'), service('b')],
    });
    expect(
      objects.map(({ object, outcome }) => `${object.name} ${outcome}`),
    ).toEqual(['a deleted', 'order-tracker-worker deleted', 'resumed stays']);
  });
});

describe('a removal that ends in the middle', () => {
  it('says what is gone and what still exists when it is cancelled, within a second', async () => {
    await deployAll('cancelled');
    const cancel = new AbortController();
    let cancelledAt = 0;
    const run = await actions.remove(
      { ...whose, namespace: 'cancelled', removeNamespace: true, confirm },
      {
        signal: cancel.signal,
        onLine(line) {
          if (line === 'Deleted Service order-tracker-api') {
            cancelledAt = performance.now();
            cancel.abort();
          }
        },
      },
    );

    expect(performance.now() - cancelledAt).toBeLessThan(1000);
    expect(run.error?.message).toMatch(
      /^The task was cancelled\. Gone by now: HorizontalPodAutoscaler order-tracker-api, PodDisruptionBudget order-tracker-api, Ingress order-tracker-api, Service order-tracker-api\. What still exists: Deployment order-tracker-api, Deployment order-tracker-worker, RoleBinding team-edit, .*namespace cancelled\. To continue: start over with the same values once the cause is gone\. To remove the rest by hand: `kubectl delete namespace cancelled`\.$/,
    );
    expect(actions.events.at(-1)).toMatchObject({ ended: 'failed' });

    const again = await actions.remove({
      ...whose,
      namespace: 'cancelled',
      removeNamespace: true,
      confirm,
    });
    expect(again.error).toBeUndefined();
    expect(await contentsOf('cancelled')).toBeUndefined();
  });

  it('is finished by another one, pods that are still going or not', async () => {
    await deployWorker('finished');
    const cancel = new AbortController();
    const input = {
      ...whose,
      namespace: 'finished',
      removeNamespace: true,
      confirm,
    };
    const run = await actions.remove(input, {
      signal: cancel.signal,
      onLine: line => line.startsWith('Waiting until gone') && cancel.abort(),
    });
    expect(run.error?.message).toContain('The task was cancelled.');

    const again = await actions.remove(input);
    expect(again.error).toBeUndefined();
    expect(await contentsOf('finished')).toBeUndefined();
  });

  it('names what holds an object when the time is over', async () => {
    await deployWorker('held');
    const hold = (finalizers: string[]) =>
      actions.kubectl(
        'patch',
        'deployment/order-tracker-worker',
        '--namespace=held',
        '--type=merge',
        `--patch=${JSON.stringify({ metadata: { finalizers } })}`,
      );
    await hold(['example.com/backup']);

    const run = await actions.remove({
      ...whose,
      namespace: 'held',
      confirm,
      waitSeconds: 2,
    });

    expect(run.error?.message).toContain(
      'waitSeconds: after 2 seconds there still is on workshop: Deployment order-tracker-worker (held by example.com/backup)',
    );
    expect(run.error?.message).toContain(
      'What still exists: Deployment order-tracker-worker (being deleted).',
    );
    await hold([]);
  });
});

describe('the examples', () => {
  it('run as they stand, one after the other', async () => {
    await deployAll('order-tracker');
    const outputs = [];
    for (const { example } of examples) {
      const [step] = parse(example).steps;
      const run = await actions.remove(step.input);
      expect(run.error).toBeUndefined();
      outputs.push(run.outputs.removed);
    }
    expect(outputs).toEqual([12, 12]);
    expect(await contentsOf('order-tracker')).toBeUndefined();
  });
});
