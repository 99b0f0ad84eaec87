import {
  ControlPlane,
  seedWorkshop,
  startControlPlane,
  until,
} from '@internal/control-plane';
import {
  KUBERNETES_ID,
  WorkloadReport,
} from '@portal-operations/plugin-label-contract-common';
import { isDeepStrictEqual } from 'node:util';
import {
  aComponent,
  startPlugin,
  workshopCluster,
} from '../__testUtils__/startPlugin';

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 60_000;
const TEST_LIMIT_MS = 120_000;

const NAMESPACE = 'ledger-team';

/** The contract label, or none. */
function labelled(value?: string): Record<string, string> {
  return value === undefined ? {} : { [KUBERNETES_ID]: value };
}

function podTemplate(
  app: string,
  options: { label?: string; simulate?: string; restartPolicy?: string } = {},
) {
  const { label, simulate, restartPolicy } = options;
  return {
    metadata: {
      labels: { app, ...labelled(label) },
      annotations: simulate && { 'portal-operations.io/simulate': simulate },
    },
    spec: {
      restartPolicy,
      containers: [{ name: 'ledger', image: 'registry.example.com/ledger:v1' }],
    },
  };
}

function anObject(options: {
  apiVersion: string;
  kind: string;
  name: string;
  label?: string;
  spec: object;
}) {
  const { apiVersion, kind, name, label, spec } = options;
  const metadata = { name, namespace: NAMESPACE, labels: labelled(label) };
  return { apiVersion, kind, metadata, spec };
}

const selectorOf = (app: string) => ({ matchLabels: { app } });

/** One service that consists of a workload of every kind, each labelled in its own way. */
const service = [
  anObject({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: 'api',
    label: 'ledger',
    spec: {
      replicas: 2,
      selector: selectorOf('api'),
      template: podTemplate('api', { label: 'ledger' }),
    },
  }),
  anObject({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    name: 'store',
    label: 'ledger',
    spec: {
      replicas: 2,
      serviceName: 'store',
      selector: selectorOf('store'),
      template: podTemplate('store', { label: 'ledger-db' }),
    },
  }),
  anObject({
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    name: 'agent',
    spec: {
      selector: selectorOf('agent'),
      template: podTemplate('agent', { label: 'ledger' }),
    },
  }),
  anObject({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    name: 'report',
    label: 'ledger',
    spec: {
      // Once a year: what runs here, a test starts.
      schedule: '0 0 1 1 *',
      jobTemplate: {
        spec: {
          template: podTemplate('report', {
            label: 'ledger',
            restartPolicy: 'Never',
          }),
        },
      },
    },
  }),
  anObject({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    name: 'cleanup',
    label: 'ledger',
    spec: {
      schedule: '0 0 1 1 *',
      jobTemplate: {
        metadata: { labels: { app: 'cleanup' } },
        spec: {
          template: podTemplate('cleanup', {
            label: 'ledger',
            restartPolicy: 'Never',
          }),
        },
      },
    },
  }),
  anObject({
    apiVersion: 'batch/v1',
    kind: 'Job',
    name: 'import',
    label: 'ledger',
    spec: {
      template: podTemplate('import', {
        label: 'ledger',
        // Else it would be at its end before anybody looked.
        simulate: 'not-ready',
        restartPolicy: 'Never',
      }),
    },
  }),
  anObject({
    apiVersion: 'v1',
    kind: 'Pod',
    name: 'shell',
    label: 'ledger',
    spec: podTemplate('shell').spec,
  }),
];

/** What a report says of the levels of one workload: values, and pods as `matching/of`. */
interface Levels {
  readonly kind: string;
  readonly object?: string;
  readonly jobTemplate?: string;
  readonly podTemplate?: string;
  readonly pods: string;
}

function levelsOf(workloads: readonly WorkloadReport[]) {
  return Object.fromEntries(
    workloads.map(({ ref, levels }): [string, Levels] => [
      ref.name,
      {
        kind: ref.kind,
        object: levels.object.value,
        ...(levels.jobTemplate && { jobTemplate: levels.jobTemplate.value }),
        podTemplate: levels.podTemplate.value,
        pods: `${levels.pods.matching}/${levels.pods.of}`,
      },
    ]),
  );
}

const right = { object: 'ledger', podTemplate: 'ledger' };

/** What there is before anybody changes something. */
const inTheBeginning: Record<string, Levels> = {
  api: { kind: 'Deployment', ...right, pods: '2/2' },
  store: {
    kind: 'StatefulSet',
    object: 'ledger',
    podTemplate: 'ledger-db',
    pods: '0/2',
  },
  agent: {
    kind: 'DaemonSet',
    object: undefined,
    podTemplate: 'ledger',
    pods: '1/1',
  },
  // A job template without labels hands on those of the pods; one with labels of its own does not.
  report: { kind: 'CronJob', ...right, jobTemplate: 'ledger', pods: '0/0' },
  cleanup: { kind: 'CronJob', ...right, jobTemplate: undefined, pods: '0/0' },
  import: { kind: 'Job', ...right, pods: '1/1' },
  shell: { kind: 'Pod', ...right, pods: '1/1' },
};

describe('a service of workloads of every kind on a real cluster', () => {
  let controlPlane: ControlPlane;
  let plugin: Awaited<ReturnType<typeof startPlugin>>;

  const kubectl = (...args: string[]) =>
    controlPlane.kubectl([...args, `--namespace=${NAMESPACE}`]);

  /** Facts of different kinds come by watches of their own: a report before the last of them is partial. */
  const untilLevelsAre = (expected: Record<string, Levels>) =>
    until(
      async () => {
        const report = await plugin.report('ledger');
        return { report, levels: levelsOf(report.workloads) };
      },
      ({ levels }) => isDeepStrictEqual(levels, expected),
    );

  const labelsOf = async (kind: string, name: string): Promise<string> =>
    kubectl('get', kind, name, '--output=jsonpath={.metadata.labels}');

  beforeAll(async () => {
    controlPlane = await startControlPlane();
    await seedWorkshop(controlPlane);
    await controlPlane.kubectl(['create', 'namespace', NAMESPACE]);
    // A bare pod is refused before it is there, and nobody would try again.
    await kubectl(
      'wait',
      '--for=create',
      'serviceaccount/default',
      '--timeout=60s',
    );
    await controlPlane.kubectl(['apply', '--filename=-'], {
      input: JSON.stringify({ apiVersion: 'v1', kind: 'List', items: service }),
    });
    plugin = await startPlugin({
      clusters: [await workshopCluster(controlPlane)],
      entities: [aComponent('ledger')],
    });
  }, START_LIMIT_MS);

  afterAll(async () => {
    await plugin?.stop();
    await controlPlane?.stop();
  }, STOP_LIMIT_MS);

  it(
    'names the levels of each workload',
    async () => {
      const { report } = await untilLevelsAre(inTheBeginning);
      const isFound = (name: string) =>
        report.findings.some(
          ({ subject, evidence }) =>
            'name' in subject && subject.name === name && evidence === 'exact',
        );
      expect(['store', 'agent', 'cleanup'].map(isFound)).toEqual([
        true,
        true,
        true,
      ]);
      expect(['api', 'report'].map(isFound)).toEqual([false, false]);
    },
    TEST_LIMIT_MS,
  );

  it(
    'gives a Job the labels that the report says it would get',
    async () => {
      const made: [cronJob: string, label: string | undefined][] = [
        ['report', 'ledger'],
        ['cleanup', undefined],
      ];
      for (const [cronJob, label] of made) {
        const name = `${cronJob}-by-hand`;
        await kubectl('create', 'job', name, `--from=cronjob/${cronJob}`);
        const labels = JSON.parse(await labelsOf('job', name));
        expect(labels[KUBERNETES_ID]).toBe(label);
      }
      await kubectl(
        'wait',
        '--for=condition=Complete',
        'job/report-by-hand',
        'job/cleanup-by-hand',
        '--timeout=60s',
      );
      // The Jobs are no workloads of their own, and their pods have ended.
      await untilLevelsAre(inTheBeginning);
    },
    TEST_LIMIT_MS,
  );

  it(
    'follows a StatefulSet and a DaemonSet through the rollout of a label',
    async () => {
      const patch = (value: string | null) =>
        `--patch=${JSON.stringify({
          spec: {
            template: { metadata: { labels: { [KUBERNETES_ID]: value } } },
          },
        })}`;
      await kubectl(
        'patch',
        'statefulset/store',
        '--type=merge',
        patch('ledger'),
      );
      const { agent: _, ...others } = inTheBeginning;
      await kubectl('patch', 'daemonset/agent', '--type=merge', patch(null));

      await untilLevelsAre({
        ...others,
        store: { kind: 'StatefulSet', ...right, pods: '2/2' },
      });
      // Only its ControllerRevision still knows whose it was.
      const { nearMisses } = await until(
        () => plugin.report('ledger'),
        report => report.nearMisses.length > 0,
      );
      expect(nearMisses).toMatchObject([
        {
          ref: { kind: 'DaemonSet', name: 'agent' },
          evidence: 'exact',
          signs: [{ id: 'earlier-revision-matched' }],
        },
      ]);
    },
    TEST_LIMIT_MS,
  );
});
