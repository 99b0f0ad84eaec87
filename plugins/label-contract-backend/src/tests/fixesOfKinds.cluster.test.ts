import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import {
  ControlPlane,
  seedWorkshop,
  startControlPlane,
  until,
} from '@internal/control-plane';
import {
  CommandFix,
  EntityReport,
  Fix,
  KUBERNETES_ID,
  renderFix,
  RuleId,
  WorkloadFinding,
  WorkloadLevels,
  WorkloadRef,
} from '@portal-operations/plugin-label-contract-common';
import {
  aComponent,
  startPlugin,
  workshopCluster,
} from '../__testUtils__/startPlugin';
import { aManifest, ManifestKind } from './aManifest';

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 60_000;
const TEST_LIMIT_MS = 120_000;

const NAMESPACE = 'fixes';

/** Keeps pods of a Job running. */
const KEPT_RUNNING = { 'portal-operations.io/simulate': 'not-ready' };

/** What a report has to say of a workload, level by level. */
interface LevelsSay {
  readonly object: boolean;
  readonly jobTemplate?: boolean;
  readonly podTemplate: boolean;
  /** Pods that match, of those that count. */
  readonly pods: `${number} of ${number}`;
}

/** A workload that is broken, and the fix that its finding offers. */
interface Case {
  /** Of the workload, and of the entity that claims it. */
  readonly name: string;
  readonly kind: ManifestKind;
  readonly manifest?: Partial<Parameters<typeof aManifest>[0]>;
  /** What somebody does to it, as arguments of kubectl; nothing where it is born broken. */
  readonly breakage?: readonly (readonly string[])[];
  readonly right: LevelsSay;
  readonly broken: LevelsSay;
  readonly rule: RuleId;
  /** Which of the finding's fixes is carried out, and what it has to be. */
  readonly fix: { readonly index?: number; readonly says: Partial<Fix> };
}

const wrong = { [KUBERNETES_ID]: 'somebody-else' };

function merge(kind: string, name: string, patch: object): string[] {
  return ['patch', kind, name, '--type=merge', `-p=${JSON.stringify(patch)}`];
}

function onTemplate(labels: object) {
  return { spec: { template: { metadata: { labels } } } };
}

function onObject(labels: object) {
  return { metadata: { labels } };
}

function labelPods(name: string): string[] {
  const label = `${KUBERNETES_ID}=somebody-else`;
  return ['label', 'pod', '--overwrite', '--selector', `app=${name}`, label];
}

function rightWith(pods: number): LevelsSay {
  return { object: true, podTemplate: true, pods: `${pods} of ${pods}` };
}

const setLabel: readonly Case[] = [
  {
    name: 'of-deployment',
    kind: 'Deployment',
    breakage: [merge('deployment', 'of-deployment', onTemplate(wrong))],
    right: rightWith(1),
    broken: { object: true, podTemplate: false, pods: '0 of 1' },
    rule: 'label-matches-claim',
    fix: { says: { levels: ['pod-template'], replacesPods: 1 } },
  },
  {
    name: 'of-stateful-set',
    kind: 'StatefulSet',
    manifest: { spec: { replicas: 2 } },
    breakage: [merge('statefulset', 'of-stateful-set', onTemplate(wrong))],
    right: rightWith(2),
    broken: { object: true, podTemplate: false, pods: '0 of 2' },
    rule: 'label-matches-claim',
    fix: { says: { levels: ['pod-template'], replacesPods: 2 } },
  },
  {
    name: 'of-daemon-set',
    kind: 'DaemonSet',
    breakage: [merge('daemonset', 'of-daemon-set', onTemplate(wrong))],
    right: rightWith(1),
    broken: { object: true, podTemplate: false, pods: '0 of 1' },
    rule: 'label-matches-claim',
    fix: { says: { levels: ['pod-template'], replacesPods: 1 } },
  },
  {
    name: 'of-cron-job',
    kind: 'CronJob',
    breakage: [
      merge('cronjob', 'of-cron-job', {
        spec: { jobTemplate: { ...onObject(wrong), ...onTemplate(wrong) } },
      }),
    ],
    right: { ...rightWith(0), jobTemplate: true },
    broken: {
      object: true,
      jobTemplate: false,
      podTemplate: false,
      pods: '0 of 0',
    },
    rule: 'label-matches-claim',
    fix: { says: { levels: ['job-template', 'pod-template'] } },
  },
  {
    name: 'of-jobs-to-come',
    kind: 'CronJob',
    breakage: [
      merge('cronjob', 'of-jobs-to-come', {
        spec: { jobTemplate: onObject({ [KUBERNETES_ID]: null }) },
      }),
    ],
    right: { ...rightWith(0), jobTemplate: true },
    broken: {
      object: true,
      jobTemplate: false,
      podTemplate: true,
      pods: '0 of 0',
    },
    rule: 'label-on-every-cron-level',
    fix: { says: { levels: ['job-template'] } },
  },
  {
    name: 'of-replica-set',
    kind: 'ReplicaSet',
    breakage: [
      merge('replicaset', 'of-replica-set', onTemplate(wrong)),
      labelPods('of-replica-set'),
    ],
    right: rightWith(1),
    broken: { object: true, podTemplate: false, pods: '0 of 1' },
    rule: 'label-matches-claim',
    fix: { says: { levels: ['pod-template'], replacesPods: 0 } },
  },
  {
    name: 'of-replication-controller',
    kind: 'ReplicationController',
    breakage: [
      merge('rc', 'of-replication-controller', onTemplate(wrong)),
      labelPods('of-replication-controller'),
    ],
    right: rightWith(1),
    broken: { object: true, podTemplate: false, pods: '0 of 1' },
    rule: 'label-matches-claim',
    fix: { says: { levels: ['pod-template'], replacesPods: 0 } },
  },
  {
    name: 'of-job',
    kind: 'Job',
    manifest: { annotations: KEPT_RUNNING },
    breakage: [merge('job', 'of-job', onObject(wrong)), labelPods('of-job')],
    right: rightWith(1),
    broken: { object: false, podTemplate: true, pods: '0 of 1' },
    rule: 'label-matches-claim',
    fix: { says: { levels: ['object'] } },
  },
  {
    name: 'of-bare-pod',
    kind: 'Pod',
    breakage: [
      merge('pod', 'of-bare-pod', onObject({ [KUBERNETES_ID]: 'Of_Bare_Pod' })),
    ],
    right: rightWith(1),
    broken: { object: false, podTemplate: false, pods: '0 of 1' },
    rule: 'label-matches-claim',
    fix: { says: { levels: ['object'], replacesPods: 0 } },
  },
];

const onDelete = { updateStrategy: { type: 'OnDelete' } };

const podsBehind: readonly Case[] = [
  {
    name: 'labelled-in-place',
    kind: 'StatefulSet',
    manifest: { spec: onDelete },
    breakage: [labelPods('labelled-in-place')],
    right: rightWith(1),
    broken: { object: true, podTemplate: true, pods: '0 of 1' },
    rule: 'pods-follow-template',
    fix: { says: { kind: 'label-pods', pods: ['labelled-in-place-0'] } },
  },
  {
    name: 'deleted',
    kind: 'StatefulSet',
    manifest: { spec: onDelete },
    breakage: [labelPods('deleted')],
    right: rightWith(1),
    broken: { object: true, podTemplate: true, pods: '0 of 1' },
    rule: 'pods-follow-template',
    fix: {
      index: 1,
      says: { kind: 'roll-pods', how: 'delete-pods', pods: ['deleted-0'] },
    },
  },
  {
    name: 'deleted-of-daemon-set',
    kind: 'DaemonSet',
    manifest: { spec: onDelete },
    breakage: [labelPods('deleted-of-daemon-set')],
    right: rightWith(1),
    broken: { object: true, podTemplate: true, pods: '0 of 1' },
    rule: 'pods-follow-template',
    fix: { index: 1, says: { kind: 'roll-pods', how: 'delete-pods' } },
  },
  {
    name: 'held-by-partition',
    kind: 'StatefulSet',
    manifest: {
      spec: {
        replicas: 2,
        updateStrategy: {
          type: 'RollingUpdate',
          rollingUpdate: { partition: 1 },
        },
      },
    },
    breakage: [
      [
        ...['label', 'pod', '--overwrite', 'held-by-partition-0'],
        `${KUBERNETES_ID}=somebody-else`,
      ],
    ],
    right: rightWith(2),
    broken: { object: true, podTemplate: true, pods: '1 of 2' },
    rule: 'pods-follow-template',
    fix: { says: { kind: 'label-pods', pods: ['held-by-partition-0'] } },
  },
  {
    name: 'paused',
    kind: 'Deployment',
    manifest: { template: 'somebody-else', spec: { replicas: 2 } },
    breakage: [
      ['rollout', 'pause', 'deployment', 'paused'],
      merge('deployment', 'paused', onTemplate({ [KUBERNETES_ID]: 'paused' })),
    ],
    right: rightWith(2),
    broken: { object: true, podTemplate: true, pods: '0 of 2' },
    rule: 'pods-follow-template',
    fix: { says: { kind: 'roll-pods', how: 'resume-rollout' } },
  },
];

/** Born with a contract label in the selector that is not the claimed one. */
function selected(options: {
  name: string;
  kind: ManifestKind;
  spec?: Record<string, unknown>;
  pods?: number;
  /** True where the contract label is all that the selector names. */
  isAlone?: boolean;
}): Case {
  const { name, kind, spec, pods = 1, isAlone = false } = options;
  return {
    name,
    kind,
    manifest: {
      template: 'somebody-else',
      selector: { ...(!isAlone && { app: name }), ...wrong },
      spec,
    },
    right: rightWith(pods),
    broken: { object: true, podTemplate: false, pods: `0 of ${pods}` },
    rule: 'label-matches-claim',
    fix: { says: { kind: 'recreate-workload', how: 'orphan' } },
  };
}

const recreate: readonly Case[] = [
  selected({
    name: 'anew',
    kind: 'Deployment',
    spec: { replicas: 2 },
    pods: 2,
  }),
  selected({ name: 'anew-alone', kind: 'Deployment', isAlone: true }),
  selected({ name: 'anew-set', kind: 'StatefulSet' }),
  selected({ name: 'anew-set-alone', kind: 'StatefulSet', isAlone: true }),
  selected({ name: 'anew-daemon', kind: 'DaemonSet' }),
  selected({ name: 'anew-daemon-alone', kind: 'DaemonSet', isAlone: true }),
  selected({ name: 'anew-replicas', kind: 'ReplicaSet' }),
  selected({ name: 'anew-replicas-alone', kind: 'ReplicaSet', isAlone: true }),
  selected({ name: 'anew-controller', kind: 'ReplicationController' }),
  {
    name: 'anew-but-right',
    kind: 'Deployment',
    manifest: {
      selector: { app: 'anew-but-right', [KUBERNETES_ID]: 'anew-but-right' },
    },
    right: rightWith(1),
    broken: rightWith(1),
    rule: 'label-outside-selector',
    fix: { says: { kind: 'recreate-workload', levels: [] } },
  },
];

const cases = [...setLabel, ...podsBehind, ...recreate];

function levelsSay({
  object,
  jobTemplate,
  podTemplate,
  pods,
}: WorkloadLevels): LevelsSay {
  return {
    object: object.matches,
    ...(jobTemplate && { jobTemplate: jobTemplate.matches }),
    podTemplate: podTemplate.matches,
    pods: `${pods.matching} of ${pods.of}`,
  };
}

/** What a report says of the labels of the one workload of an entity, and nothing else. */
function labelsIn(report: EntityReport) {
  const workloads = [...report.workloads, ...report.nearMisses];
  return {
    levels: workloads.map(({ levels }) => levelsSay(levels)),
    findings: report.findings
      .filter((each): each is WorkloadFinding => each.subject.kind !== 'Entity')
      .filter(({ rule }) => /^(label|pods-follow)-/.test(rule)),
  };
}

function isCommandFix(fix: Fix | undefined): fix is CommandFix {
  return (
    fix?.kind === 'set-label' ||
    fix?.kind === 'label-pods' ||
    fix?.kind === 'roll-pods' ||
    fix?.kind === 'recreate-workload'
  );
}

/** A kind of an extension, with no schema but that it is an object. */
function aCustomResource(options: {
  kind: string;
  group: string;
  plural: string;
}) {
  const { kind, group, plural } = options;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind, plural, singular: kind.toLowerCase() },
      versions: [
        {
          name: 'v1',
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
}

describe('the commands that findings show for all kinds', () => {
  let controlPlane: ControlPlane;
  let plugin: Awaited<ReturnType<typeof startPlugin>>;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fixes-of-kinds-'));
    controlPlane = await startControlPlane();
    await seedWorkshop(controlPlane);
    await controlPlane.kubectl(['create', 'namespace', NAMESPACE]);
    plugin = await startPlugin({
      clusters: [await workshopCluster(controlPlane)],
      entities: cases.map(({ name }) => aComponent(name)),
    });
  }, START_LIMIT_MS);

  afterAll(async () => {
    await plugin?.stop();
    await controlPlane?.stop();
    await rm(folder, { recursive: true, force: true });
  }, STOP_LIMIT_MS);

  function kubectl(args: readonly string[]): Promise<string> {
    return controlPlane.kubectl([...args, `--namespace=${NAMESPACE}`]);
  }

  async function apply(manifest: object): Promise<void> {
    await controlPlane.kubectl(['apply', '-f', '-'], {
      input: JSON.stringify(manifest),
    });
  }

  /** As a person who copied it would run it. */
  async function runInShell(command: string): Promise<string> {
    const { stdout } = await promisify(execFile)('sh', ['-c', command], {
      cwd: folder,
      env: {
        PATH: `${controlPlane.folder}:${process.env.PATH}`,
        KUBECONFIG: controlPlane.adminKubeconfig,
        KUBECACHEDIR: join(controlPlane.folder, 'kubectl-cache'),
      },
    });
    return stdout;
  }

  function untilLevelsSay(name: string, wanted: LevelsSay) {
    return until(
      async () => labelsIn(await plugin.report(name)),
      ({ levels }) => isDeepStrictEqual(levels, [wanted]),
    );
  }

  it.each(cases)(
    'cure $name ($kind, $rule)',
    async ({ name, kind, manifest, breakage, right, broken, rule, fix }) => {
      await apply(aManifest({ kind, namespace: NAMESPACE, name, ...manifest }));
      if (breakage) {
        const born = manifest?.template ? broken : right;
        await until(
          async () => labelsIn(await plugin.report(name)).levels[0]?.pods,
          pods => pods === born.pods,
        );
        for (const args of breakage) {
          await kubectl(args);
        }
      }
      const { findings } = await until(
        async () => labelsIn(await plugin.report(name)),
        ({ levels, findings: [first, ...others] }) =>
          isDeepStrictEqual(levels, [broken]) &&
          first?.rule === rule &&
          others.length === 0,
      );

      const chosen = findings[0].fixes[fix.index ?? 0];
      expect(chosen).toMatchObject(fix.says);
      if (!isCommandFix(chosen)) {
        throw new Error(`${rule} offers a command`);
      }
      await runInShell(renderFix(chosen, 'kubectl'));

      await untilLevelsSay(name, right);
      const cured = await until(
        async () => labelsIn(await plugin.report(name)),
        report => report.findings.length === 0,
      );
      expect(cured.levels).toEqual([right]);
      if (chosen.kind === 'recreate-workload') {
        await until(
          () => ownersOf(name),
          owners => owners.every(owner => owner !== undefined),
        );
      }
    },
    TEST_LIMIT_MS,
  );

  /** The controllers of all ReplicaSets and Pods of a name; undefined for what was left alone. */
  async function ownersOf(name: string): Promise<unknown[]> {
    const list = JSON.parse(
      await kubectl(['get', 'replicasets,pods', '--output=json']),
    );
    return list.items
      .map(({ metadata }: { metadata: Record<string, unknown> }) => metadata)
      .filter((metadata: Record<string, unknown>) =>
        String(metadata.name).startsWith(`${name}-`),
      )
      .map((metadata: Record<string, unknown>) => metadata.ownerReferences);
  }

  const refTo = (name: string, kind: WorkloadRef['kind']): WorkloadRef => ({
    cluster: 'workshop',
    namespace: NAMESPACE,
    kind,
    name,
    uid: name,
  });

  async function textAt(
    resource: string,
    name: string,
    path: string,
  ): Promise<string> {
    return kubectl(['get', resource, name, `--output=jsonpath={${path}}`]);
  }

  it.each(['Deployment', 'StatefulSet', 'DaemonSet'] as const)(
    'restart the pods of a %s',
    async kind => {
      const name = `restarted-${kind.toLowerCase()}`;
      await apply(aManifest({ kind, namespace: NAMESPACE, name }));
      const before = await until(
        () => podsOf(name),
        pods => pods.length === 1,
      );

      await runInShell(
        renderFix(
          {
            kind: 'roll-pods',
            workload: refTo(name, kind),
            how: 'restart',
            pods: [],
          },
          'kubectl',
        ),
      );

      const after = await until(
        () => podsOf(name),
        pods => pods.length === 1 && pods[0] !== before[0],
      );
      expect(after).not.toEqual(before);
    },
    TEST_LIMIT_MS,
  );

  /** uids. */
  async function podsOf(name: string): Promise<string[]> {
    const uids = await kubectl([
      ...['get', 'pods', `--selector=app=${name}`],
      '--output=jsonpath={.items[*].metadata.uid}',
    ]);
    return uids.split(' ').filter(Boolean);
  }

  it.each(['labels', 'annotations'] as const)(
    'remove %s on both levels',
    async under => {
      const name = `without-${under}`;
      const key = 'backstage.io/kubernetes_id';
      await apply(
        aManifest({ kind: 'Deployment', namespace: NAMESPACE, name }),
      );
      const added = { metadata: { [under]: { [key]: 'x', kept: 'yes' } } };
      await kubectl(
        merge('deployment', name, { ...added, spec: { template: added } }),
      );

      await runInShell(
        renderFix(
          {
            kind: 'remove-label',
            workload: refTo(name, 'Deployment'),
            levels: ['object', 'pod-template'],
            key,
            under,
          },
          'kubectl',
        ),
      );

      for (const path of ['.metadata', '.spec.template.metadata']) {
        const left = await textAt('deployment', name, `${path}.${under}`);
        expect(JSON.parse(left)).toMatchObject({ kept: 'yes' });
        expect(left).not.toContain(key);
      }
    },
    TEST_LIMIT_MS,
  );

  it.each([
    ['Rollout', 'argoproj.io', 'rollouts'],
    ['DeploymentConfig', 'apps.openshift.io', 'deploymentconfigs'],
  ] as const)(
    'set labels of a %s, which is a custom resource here',
    async (kind, group, plural) => {
      await apply(aCustomResource({ kind, group, plural }));
      const resource = `${plural}.${group}`;
      await controlPlane.kubectl([
        ...['wait', `crd/${resource}`, '--for=condition=Established'],
        '--timeout=60s',
      ]);
      await apply({
        apiVersion: `${group}/v1`,
        kind,
        metadata: { name: 'custom', namespace: NAMESPACE },
        spec: { selector: { app: 'custom' } },
      });

      await runInShell(
        renderFix(
          {
            kind: 'set-label',
            workload: refTo('custom', kind),
            levels: ['object', 'pod-template'],
            key: KUBERNETES_ID,
            value: '1.10',
            replacesPods: 0,
            ...(kind === 'DeploymentConfig' && { isSelected: true }),
          },
          'kubectl',
        ),
      );

      const labels = { [KUBERNETES_ID]: '1.10' };
      expect(
        JSON.parse(await kubectl(['get', resource, 'custom', '--output=json'])),
      ).toMatchObject({
        metadata: { labels },
        spec: {
          selector:
            kind === 'DeploymentConfig'
              ? { app: 'custom', ...labels }
              : { app: 'custom' },
          template: { metadata: { labels } },
        },
      });
    },
    TEST_LIMIT_MS,
  );

  it.each([undefined, NAMESPACE])(
    'grant an account what it may not read (namespace %s)',
    async namespace => {
      const account = `system:serviceaccount:${NAMESPACE}:reader-${
        namespace ?? 'of-all'
      }`;
      const mayRead = () =>
        controlPlane
          .kubectl([
            ...['auth', 'can-i', 'watch', 'statefulsets.apps'],
            ...[`--as=${account}`, `--namespace=${NAMESPACE}`],
          ])
          .then(
            () => true,
            () => false,
          );
      expect(await mayRead()).toBe(false);

      await runInShell(
        renderFix(
          {
            kind: 'grant-read',
            cluster: 'workshop',
            apiGroups: ['apps'],
            resources: ['statefulsets'],
            verbs: ['list', 'watch'],
            namespace,
            account,
          },
          'kubectl',
        ),
      );

      await until(mayRead, isAllowed => isAllowed);
    },
    TEST_LIMIT_MS,
  );
});
