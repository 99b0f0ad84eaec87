import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  ControlPlane,
  seedWorkshop,
  startControlPlane,
  until,
} from '@internal/control-plane';
import {
  Finding,
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
  renderFix,
  RuleId,
} from '@portal-operations/plugin-label-contract-common';
import {
  aComponent,
  startPlugin,
  workshopCluster,
} from '../__testUtils__/startPlugin';

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 60_000;
const TEST_LIMIT_MS = 90_000;

const NEARLY = 'backstage.io/kubernetes_id';

type Labels = Record<string, string | null>;

/** A way to break the labels of a Deployment; `null` removes a label, as a merge patch does. */
interface Breakage {
  readonly name: string;
  readonly entity: string;
  readonly deployment: string;
  readonly object?: Labels;
  readonly template?: Labels;
  readonly rule: RuleId;
}

const breakages: readonly Breakage[] = [
  {
    name: 'another value on the pod template',
    entity: 'weather-app',
    deployment: 'weather-api',
    template: { [KUBERNETES_ID]: 'weather' },
    rule: 'label-matches-claim',
  },
  {
    name: 'another value on the object',
    entity: 'weather-app',
    deployment: 'weather-api',
    object: { [KUBERNETES_ID]: 'weather' },
    rule: 'label-matches-claim',
  },
  {
    name: 'another value on both',
    entity: 'weather-app',
    deployment: 'weather-cache',
    object: { [KUBERNETES_ID]: 'weather-apps' },
    template: { [KUBERNETES_ID]: 'weather-apps' },
    rule: 'label-matches-claim',
  },
  {
    name: 'no label on the pod template',
    entity: 'weather-app',
    deployment: 'weather-collector',
    template: { [KUBERNETES_ID]: null },
    rule: 'label-on-pod-template',
  },
  {
    name: 'no label on the object',
    entity: 'weather-app',
    deployment: 'weather-collector',
    object: { [KUBERNETES_ID]: null },
    rule: 'label-on-object',
  },
  {
    name: 'no label at all any more',
    entity: 'weather-app',
    deployment: 'weather-frontend',
    object: { [KUBERNETES_ID]: null },
    template: { [KUBERNETES_ID]: null },
    rule: 'label-present',
  },
  {
    name: 'a misspelt key',
    entity: 'weather-app',
    deployment: 'weather-alerts',
    object: { [KUBERNETES_ID]: null, [NEARLY]: 'weather-app' },
    template: { [KUBERNETES_ID]: null, [NEARLY]: 'weather-app' },
    rule: 'label-key-spelled',
  },
  {
    name: 'another value where a selector claims it',
    entity: 'payments-by-selector',
    deployment: 'payments-api',
    template: { 'payments.example/part': 'gateway' },
    rule: 'label-matches-claim',
  },
];

describe('the command that a finding shows', () => {
  let controlPlane: ControlPlane;
  let plugin: Awaited<ReturnType<typeof startPlugin>>;

  beforeAll(async () => {
    controlPlane = await startControlPlane();
    await seedWorkshop(controlPlane);
    const part = { 'payments.example/part': 'api' };
    await patch('payments-api', { object: part, template: part });
    plugin = await startPlugin({
      clusters: [await workshopCluster(controlPlane)],
      entities: [
        aComponent('weather-app'),
        aComponent('payments-by-selector', {
          [KUBERNETES_LABEL_SELECTOR]: 'payments.example/part in (api, web)',
        }),
      ],
    });
  }, START_LIMIT_MS);

  afterAll(async () => {
    await plugin?.stop();
    await controlPlane?.stop();
  }, STOP_LIMIT_MS);

  function patch(
    deployment: string,
    { object, template }: Pick<Breakage, 'object' | 'template'>,
  ): Promise<string> {
    const merge = {
      ...(object && { metadata: { labels: object } }),
      ...(template && {
        spec: { template: { metadata: { labels: template } } },
      }),
    };
    const namespace = deployment.startsWith('weather')
      ? 'ops-track-demo'
      : 'payments-team';
    return controlPlane.kubectl([
      'patch',
      'deployment',
      deployment,
      `--namespace=${namespace}`,
      '--type=merge',
      `--patch=${JSON.stringify(merge)}`,
    ]);
  }

  /** As a person who copied it would run it. */
  async function runInShell(command: string): Promise<void> {
    await promisify(execFile)('sh', ['-c', command], {
      env: {
        PATH: `${controlPlane.folder}:${process.env.PATH}`,
        KUBECONFIG: controlPlane.adminKubeconfig,
        KUBECACHEDIR: join(controlPlane.folder, 'kubectl-cache'),
      },
    });
  }

  it.each(breakages)(
    'cures $name ($rule)',
    async breakage => {
      const { entity, deployment, rule } = breakage;
      const isAllVisible = (
        report: Awaited<ReturnType<typeof plugin.report>>,
      ) =>
        report.contract.verdict === 'met' &&
        report.visible.of > 0 &&
        report.visible.count === report.visible.of;
      await until(() => plugin.report(entity), isAllVisible);

      await patch(deployment, breakage);
      const isTheFinding = (finding: Finding) =>
        finding.rule === rule && finding.subject.name === deployment;
      // A Deployment and its ReplicaSets come by watches of their own. Until
      // all have come, a report may truthfully speak of half a breakage.
      const { findings } = await until(
        () => plugin.report(entity),
        report =>
          report.findings.length === 1 && report.findings.some(isTheFinding),
      );

      const [fix] = findings[0].fixes;
      if (fix?.kind !== 'set-label') {
        throw new Error(`${rule} offers to set a label`);
      }
      await runInShell(renderFix(fix, 'kubectl'));

      const cured = await until(() => plugin.report(entity), isAllVisible);
      expect(cured.findings).toEqual([]);
    },
    TEST_LIMIT_MS,
  );
});
