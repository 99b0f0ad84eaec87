import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ClusterAccess } from '@portal-operations/plugin-label-contract-node';
import { deployWorkload } from '../apply/deployWorkload';
import { optionalText } from '../input/optionalText';
import { parseWorkloadInput } from '../input/parseWorkloadInput';
import { contractOf } from './contractOf';
import { reportingErrors } from './reportingErrors';
import { runOnCluster } from './runOnCluster';
import { examples } from './workloadDeployAction.examples';

/** What the action needs from its host. */
export interface WorkloadDeployOptions {
  clusters: ClusterAccess;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
}

/**
 * `label-contract:workload:deploy`: an api (Deployment and Service) or a worker (Deployment) that meets
 * the label contract at every level. Refuses what another team owns, and waits until the pods are ready.
 */
export function workloadDeployAction(options: WorkloadDeployOptions) {
  const { clusters, catalog } = options;

  return createTemplateAction({
    id: 'label-contract:workload:deploy',
    description:
      'Deploys an api or a worker with the label that the Kubernetes tab looks for, on the object, its pods and its Service, and waits until it is ready. Safe to run twice; keeps the number of pods that somebody has set.',
    examples,
    schema: {
      input: {
        component: z =>
          z
            .enum(['api', 'worker'])
            .describe('api: Deployment and Service; worker: Deployment'),
        namespace: z =>
          z.string().describe('Namespace that exists and is the team’s'),
        service: z =>
          z
            .string()
            .describe(
              'Service that it belongs to: name or entity ref. The label’s value is the claim of that entity, else this name',
            ),
        team: z => z.string().describe('Owner: a group’s name or entity ref'),
        cluster: z =>
          z
            .string()
            .optional()
            .describe('Name of the cluster; needed where there are several'),
        name: z =>
          z
            .string()
            .optional()
            .describe('Name of the Deployment; default: <service>-<component>'),
        image: z =>
          z
            .string()
            .optional()
            .describe(
              'Container image; default: one of the UBI catalogue that runs as non-root',
            ),
        replicas: z =>
          z
            .number()
            .optional()
            .describe(
              'Pods to start with, default 1; left as it is where the Deployment exists',
            ),
        port: z =>
          z
            .number()
            .optional()
            .describe('Port that an api listens on; default 8080'),
        env: z =>
          z
            .record(z.string())
            .optional()
            .describe(
              'Environment variables; no secrets: all readers see them',
            ),
        resources: z =>
          z
            .object({
              requests: z.record(z.string()).optional(),
              limits: z.record(z.string()).optional(),
            })
            .optional()
            .describe('Requests and limits, as in a container'),
        waitSeconds: z =>
          z
            .number()
            .optional()
            .describe(
              'Seconds until all pods have to be ready; default 180, 0 does not wait',
            ),
      },
      output: {
        cluster: z => z.string().describe('Name of the cluster'),
        deployment: z => z.string().describe('Name of the Deployment'),
        serviceName: z =>
          z.string().optional().describe('Name of the Service of an api'),
        readyReplicas: z => z.number().describe('Pods that are ready'),
        manifest: z => z.string().describe('What was applied, as YAML'),
        summary: z =>
          z
            .string()
            .describe('What was done with the Deployment, in a few words'),
        serviceSummary: z =>
          z
            .string()
            .optional()
            .describe('What was done with the Service, in a few words'),
      },
    },
    handler: ctx =>
      reportingErrors(async () => {
        const request = parseWorkloadInput(ctx.input);
        const log = (line: string) => ctx.logger.info(line);

        const contract = await contractOf({
          catalog,
          credentials: await ctx.getInitiatorCredentials(),
          entityRef: request.serviceRef,
          spec: request.spec,
        });
        log(contract.told);
        const spec = { ...request.spec, contractValue: contract.value };

        await runOnCluster({
          clusters,
          cluster: optionalText(ctx.input.cluster),
          signal: ctx.signal,
          async work(client, record) {
            const deployed = await deployWorkload({
              client,
              record,
              spec,
              replicas: request.replicas,
              waitSeconds: request.waitSeconds,
              signal: ctx.signal,
              log,
            });

            ctx.output('cluster', client.cluster);
            ctx.output('deployment', spec.name);
            ctx.output('readyReplicas', deployed.readyReplicas);
            ctx.output('manifest', deployed.manifest);
            ctx.output('summary', deployed.summary);
            if (deployed.service) {
              ctx.output('serviceName', deployed.service.name);
              ctx.output('serviceSummary', deployed.service.summary);
            }
          },
        });
      }),
  });
}
