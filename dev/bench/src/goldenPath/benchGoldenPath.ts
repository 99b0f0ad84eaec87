import { Entity } from '@backstage/catalog-model';
import {
  ControlPlane,
  rbacFolder,
  startControlPlane,
} from '@internal/control-plane';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Bench } from '../result/Bench';
import { median } from '../result/median';
import { startBenchScaffolder } from './startBenchScaffolder';

/** Runs of each that are made to warm up, and not counted. */
const WARM_UP = 1;

/** A template that does nothing: what a task costs whatever it does. */
const nothing: Entity = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'nothing' },
  spec: {
    type: 'service',
    steps: [
      {
        id: 'log',
        name: 'Log',
        action: 'debug:log',
        input: { message: 'nothing' },
      },
    ],
  },
};

/**
 * How long Deploy a New Service takes, beside a person with kubectl who applies the same manifests in the same
 * order and waits for each rollout. They take turns on one control plane with controllers and a simulated kubelet.
 */
export const benchGoldenPath: Bench = {
  name: 'golden-path',
  async run({ isQuick, log, signal }) {
    const runs = isQuick ? 1 : 10;
    const cluster = await startControlPlane({ log, signal });
    try {
      await cluster.kubectl(['create', 'namespace', 'backstage']);
      await cluster.kubectl(['apply', '--kustomize', rbacFolder]);
      const token = await cluster.createToken({
        namespace: 'backstage',
        serviceAccount: 'rhdh-kubernetes-plugin',
      });
      const scaffolder = await startBenchScaffolder({
        cluster: { ...cluster, token },
        templates: [await readTemplate(), nothing],
      });
      try {
        const times: Times[] = [];
        for (let number = 0; number < runs + WARM_UP; number += 1) {
          signal.throwIfAborted();
          const name = `bench-${number}`;
          const templateMs = await scaffolder.run('deploy-new-service', {
            serviceName: name,
            teamName: 'bench-team',
            lifecycle: 'production',
          });
          const manifests = await manifestsOf(cluster, name);
          await cluster.kubectl(['delete', 'namespace', name]);
          const kubectlMs = await timeOf(() =>
            deployByHand(cluster, name, manifests),
          );
          const emptyMs = await scaffolder.run('nothing', {});
          await cluster.kubectl(['delete', 'namespace', name, '--wait=false']);
          if (number >= WARM_UP) {
            times.push({ templateMs, kubectlMs, emptyMs });
          }
        }

        const template = median(times.map(each => each.templateMs));
        const kubectl = median(times.map(each => each.kubectlMs));
        const empty = median(times.map(each => each.emptyMs));
        return {
          name: 'golden-path',
          what: `Deploy a New Service beside kubectl apply and kubectl rollout status of the same manifests, ${runs} times each`,
          tables: [
            {
              title: 'Milliseconds, medians',
              columns: ['', 'median'],
              rows: [
                ['template, from the click to the end of the task', template],
                ['of which a task that does nothing takes', empty],
                ['kubectl', kubectl],
              ],
            },
          ],
          figures: [
            {
              what: 'template without what a task costs anyway / kubectl',
              value: (template - empty) / kubectl,
              unit: 'times',
              atMost: 1.2,
            },
            {
              what: 'template from the click / kubectl',
              value: template / kubectl,
              unit: 'times',
            },
          ],
        };
      } finally {
        await scaffolder.stop();
      }
    } finally {
      await cluster.stop();
    }
  },
};

interface Times {
  readonly templateMs: number;
  readonly kubectlMs: number;
  readonly emptyMs: number;
}

/** What the template made, as a person would have it in files: without what the API server put in. */
interface Manifests {
  readonly namespace: string;
  readonly api: string;
  readonly worker: string;
}

async function readTemplate(): Promise<Entity> {
  const file = join(
    rbacFolder,
    '../../templates/deploy-new-service/template.yaml',
  );
  return parse(await readFile(file, 'utf8'));
}

async function manifestsOf(
  cluster: ControlPlane,
  name: string,
): Promise<Manifests> {
  const get = async (...args: string[]) => {
    const { metadata, spec, apiVersion, kind } = JSON.parse(
      await cluster.kubectl(['get', ...args, '--output=json']),
    );
    const { labels, annotations, namespace } = metadata;
    delete spec.clusterIP;
    delete spec.clusterIPs;
    return JSON.stringify({
      apiVersion,
      kind,
      metadata: { name: metadata.name, namespace, labels, annotations },
      spec,
    });
  };
  return {
    namespace: await get('namespace', name),
    api: [
      await get('deployment', `${name}-api`, '-n', name),
      await get('service', `${name}-api`, '-n', name),
    ].join('\n---\n'),
    worker: await get('deployment', `${name}-worker`, '-n', name),
  };
}

async function deployByHand(
  cluster: ControlPlane,
  name: string,
  { namespace, api, worker }: Manifests,
): Promise<void> {
  const apply = (input: string) =>
    cluster.kubectl(['apply', '--server-side', '--filename=-'], { input });
  const wait = (deployment: string) =>
    cluster.kubectl([
      'rollout',
      'status',
      `deployment/${deployment}`,
      '-n',
      name,
    ]);
  await apply(namespace);
  await apply(api);
  await wait(`${name}-api`);
  await apply(worker);
  await wait(`${name}-worker`);
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
