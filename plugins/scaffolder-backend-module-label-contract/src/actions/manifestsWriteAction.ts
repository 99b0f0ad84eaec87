import {
  BackstageCredentials,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { loadKubernetesClient } from '../cluster/loadKubernetesClient';
import { optionalText } from '../input/optionalText';
import { parseManifestsInput } from '../input/parseManifestsInput';
import type { WorkloadRequest } from '../input/parseWorkloadInput';
import { manifestFiles } from '../manifests/manifestFiles';
import { contractOf } from './contractOf';
import { namespaceFields, workloadFields, Zod } from './inputFields';
import { inStep } from './inStep';
import { examples } from './manifestsWriteAction.examples';

/** What the action needs from its host. */
export interface ManifestsWriteOptions {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
}

const detailsField = (component: string) => (z: Zod) =>
  z
    .object({
      name: workloadFields.name(z),
      image: workloadFields.image(z),
      replicas: workloadFields.replicas(z),
      port: workloadFields.port(z),
      env: workloadFields.env(z),
      resources: workloadFields.resources(z),
      expose: workloadFields.expose(z),
      host: workloadFields.host(z),
      disruptionBudget: workloadFields.disruptionBudget(z),
      autoscaling: workloadFields.autoscaling(z),
    })
    .optional()
    .describe(`What is different about the ${component}`);

/**
 * `label-contract:manifests:write`: the objects that namespace:create and workload:deploy would apply, as
 * YAML files in the workspace. Asks the catalog for the contract value, and no cluster.
 */
export function manifestsWriteAction({ catalog }: ManifestsWriteOptions) {
  return createTemplateAction({
    id: 'label-contract:manifests:write',
    description:
      'Writes the objects of a service to the workspace, one YAML file each: the same that label-contract:namespace:create and label-contract:workload:deploy apply. Asks no cluster.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...namespaceFields,
        service: z =>
          z
            .string()
            .describe(
              'Service: name or entity ref. The label’s value is the claim of that entity, else this name',
            ),
        components: z =>
          z
            .array(z.enum(['api', 'worker']))
            .optional()
            .describe('What the service consists of; default: both'),
        api: detailsField('api'),
        worker: detailsField('worker'),
        targetPath: z =>
          z
            .string()
            .optional()
            .describe('Folder of the workspace; default: the workspace'),
      },
      output: {
        files: z =>
          z.array(z.string()).describe('Names of the files, without a folder'),
        rows: z =>
          z.string().describe('Rows of a Markdown table: object, name, file'),
        namespace: z => z.string().describe('Name of the namespace'),
        deployments: z =>
          z.array(z.string()).describe('Names of the Deployments'),
      },
    },
    handler: ctx =>
      inStep(ctx, async ({ log }) => {
        const { input, workspacePath } = ctx;
        const { namespace, workloads } = parseManifestsInput(input);
        const folder = resolveSafeChildPath(
          workspacePath,
          optionalText(input.targetPath) ?? '.',
        );
        const credentials = await ctx.getInitiatorCredentials();
        const claimed = await withContract({
          catalog,
          credentials,
          workloads,
          log,
        });

        const { dumpYaml } = await loadKubernetesClient();
        const files = manifestFiles({ namespace, workloads: claimed });
        await mkdir(folder, { recursive: true });
        for (const { file, object } of files) {
          await writeFile(resolve(folder, file), dumpYaml(object));
        }
        log(`Wrote ${files.map(({ file }) => file).join(', ')}`);

        ctx.output(
          'files',
          files.map(({ file }) => file),
        );
        ctx.output(
          'rows',
          files
            .map(
              ({ file, object: { kind, metadata } }) =>
                `| ${kind} | \`${metadata?.name}\` | \`${file}\` |`,
            )
            .join('\n'),
        );
        ctx.output('namespace', namespace.name);
        ctx.output(
          'deployments',
          claimed.map(({ spec }) => spec.name),
        );
      }),
  });
}

/** The value of the contract label is the same for all workloads of a service: its entity says it. */
async function withContract(options: {
  catalog: ManifestsWriteOptions['catalog'];
  credentials: BackstageCredentials;
  workloads: WorkloadRequest[];
  log: (line: string) => void;
}): Promise<WorkloadRequest[]> {
  const { catalog, credentials, workloads, log } = options;
  const told = new Set<string>();
  const claimed: WorkloadRequest[] = [];
  for (const request of workloads) {
    const { serviceRef: entityRef, spec } = request;
    const contract = await contractOf({
      catalog,
      credentials,
      entityRef,
      spec,
    });
    told.add(contract.told);
    claimed.push({
      ...request,
      spec: { ...spec, contractValue: contract.value },
    });
  }
  told.forEach(log);
  return claimed;
}
