import type { AuditorService } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ClusterAccess } from '@portal-operations/plugin-label-contract-node';
import { deployWorkload } from '../apply/deployWorkload';
import { optionalText } from '../input/optionalText';
import { parseWorkloadInput } from '../input/parseWorkloadInput';
import { describePlan } from '../plan/describePlan';
import type { PlannedObject } from '../plan/PlannedObject';
import { reportOfObjects } from '../plan/reportOfObjects';
import { diagnoseWorkload } from '../reports/diagnoseWorkload';
import type { ReportReader } from '../reports/ReportReader';
import { audited } from './audited';
import { contractOf } from './contractOf';
import { clusterField, dryRunField, workloadFields } from './inputFields';
import { rememberOutcomes } from './rememberOutcomes';
import { reportingErrors } from './reportingErrors';
import { runOfStep } from './runOfStep';
import { runOnCluster } from './runOnCluster';
import { examples } from './workloadDeployAction.examples';

/** What the action needs from its host. */
export interface WorkloadDeployOptions {
  clusters: ClusterAccess;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  auditor: AuditorService;
  reports: ReportReader;
}

/**
 * `label-contract:workload:deploy`: an api (Deployment and Service) or a worker (Deployment) that meets
 * the label contract at every level. Refuses what another team owns, and waits until the pods are ready.
 */
export function workloadDeployAction(options: WorkloadDeployOptions) {
  const { clusters, catalog, auditor, reports } = options;

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
        rows: z =>
          z
            .string()
            .describe('Rows of a Markdown table: object, name, what was done'),
        diff: z =>
          z
            .string()
            .describe('Markdown code blocks with what changes; may be empty'),
      },
    },
    handler: ctx =>
      reportingErrors(async () => {
        const { input } = ctx;
        const request = parseWorkloadInput(input);
        const step = runOfStep(ctx, input);

        const credentials = await ctx.getInitiatorCredentials();
        const contract = await contractOf({
          catalog,
          credentials,
          entityRef: request.serviceRef,
          spec: request.spec,
        });
        step.log(contract.told);
        const spec = { ...request.spec, contractValue: contract.value };

        const work = () =>
          runOnCluster({
            clusters,
            cluster: optionalText(input.cluster),
            ...step,
            async work(run) {
              const { cluster } = run.client;
              const { objects, readyReplicas, manifest } = await deployWorkload(
                run,
                {
                  ...request,
                  spec,
                  diagnose: ofCluster =>
                    diagnoseWorkload({
                      reports,
                      entityRef: request.serviceRef,
                      credentials,
                      workload: { ...spec, cluster: ofCluster },
                    }),
                },
              );
              const told = run.dryRun
                ? objects
                : await rememberOutcomes(ctx, { cluster, ...spec }, objects);
              if (run.dryRun) {
                run.log(describePlan(told));
              }

              const { rows, diff } = reportOfObjects(told);
              ctx.output('cluster', cluster);
              ctx.output('deployment', spec.name);
              ctx.output('readyReplicas', readyReplicas);
              ctx.output('manifest', manifest);
              ctx.output('summary', summaryOf(told[0]));
              ctx.output('rows', rows);
              ctx.output('diff', diff);
              const service = told.find(
                ({ object }) => object.kind === 'Service',
              );
              if (service) {
                ctx.output('serviceName', service.object.name);
                ctx.output('serviceSummary', summaryOf(service));
              }
            },
          });
        await audited(
          {
            auditor,
            ctx,
            eventId: 'workload-deploy',
            meta: {
              cluster: input.cluster ?? '',
              namespace: spec.namespace,
              name: spec.name,
              team: spec.team,
              image: spec.image,
              dryRun: step.dryRun,
            },
          },
          work,
        );
      }),
  });
}

function summaryOf({ outcome, detail }: PlannedObject): string {
  return [outcome, ...(detail ? [detail] : [])].join(', ');
}
