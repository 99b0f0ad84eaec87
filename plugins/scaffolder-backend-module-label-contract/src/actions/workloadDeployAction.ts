import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { deployWorkload } from '../apply/deployWorkload';
import { parseWorkloadInput } from '../input/parseWorkloadInput';
import { describePlan } from '../plan/describePlan';
import { summaryOf } from '../plan/summaryOf';
import { diagnoseWorkload } from '../reports/diagnoseWorkload';
import type { ReportReader } from '../reports/ReportReader';
import { contractOf } from './contractOf';
import {
  clusterField,
  dryRunField,
  objectsOutputs,
  workloadFields,
} from './inputFields';
import { inStep } from './inStep';
import { ClusterHost, onCluster } from './onCluster';
import { tellObjects } from './tellObjects';
import { examples } from './workloadDeployAction.examples';

/** What the action needs from its host. */
export interface WorkloadDeployOptions extends ClusterHost {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  reports: ReportReader;
}

/**
 * `label-contract:workload:deploy`: an api (Deployment and Service) or a worker (Deployment) that meets
 * the label contract at every level. Refuses what another team owns, and waits until the pods are ready.
 */
export function workloadDeployAction({
  catalog,
  reports,
  ...host
}: WorkloadDeployOptions) {
  return createTemplateAction({
    id: 'label-contract:workload:deploy',
    description:
      'Deploys an api or a worker with the label that the Kubernetes tab looks for, on the object, its pods and its Service, and waits until it is ready. Safe to run twice; keeps the number of pods that somebody has set.',
    examples,
    supportsDryRun: true,
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
        cluster: clusterField,
        ...workloadFields,
        dryRun: dryRunField,
        waitSeconds: z =>
          z
            .number()
            .optional()
            .describe(
              'Seconds until all pods have to be ready; default 180, 0 does not wait',
            ),
      },
      output: {
        ...objectsOutputs,
        deployment: z => z.string().describe('Name of the Deployment'),
        serviceName: z =>
          z.string().optional().describe('Name of the Service of an api'),
        readyReplicas: z => z.number().describe('Pods that are ready'),
        manifest: z => z.string().describe('What was applied, as YAML'),
        serviceSummary: z =>
          z
            .string()
            .optional()
            .describe('What was done with the Service, in a few words'),
      },
    },
    handler: ctx =>
      inStep(ctx, async step => {
        const request = parseWorkloadInput(ctx.input);
        const entityRef = request.serviceRef;
        const credentials = await ctx.getInitiatorCredentials();
        const contract = await contractOf({
          catalog,
          credentials,
          entityRef,
          spec: request.spec,
        });
        step.log(contract.told);
        const spec = { ...request.spec, contractValue: contract.value };
        const { namespace, name, team, image } = spec;
        const diagnose = (cluster: string) =>
          diagnoseWorkload({
            reports,
            entityRef,
            credentials,
            workload: { cluster, namespace, name },
          });

        const eventId = 'workload-deploy';
        const meta = { namespace, name, team, image };
        await onCluster({ host, ctx, step, eventId, meta }, async run => {
          const deployed = await deployWorkload(run, {
            ...request,
            spec,
            diagnose,
          });
          const { objects, rows, diff } = await tellObjects(
            { ctx, run, place: { namespace, name } },
            deployed.objects,
          );
          if (run.dryRun) {
            run.log(describePlan(objects));
          }
          ctx.output('cluster', run.client.cluster);
          ctx.output('deployment', name);
          ctx.output('readyReplicas', deployed.readyReplicas);
          ctx.output('manifest', deployed.manifest);
          ctx.output('summary', summaryOf(objects[0]));
          ctx.output('rows', rows);
          ctx.output('diff', diff);
          const service = objects.find(
            ({ object }) => object.kind === 'Service',
          );
          if (service) {
            ctx.output('serviceName', service.object.name);
            ctx.output('serviceSummary', summaryOf(service));
          }
        });
      }),
  });
}
