import type { AuditorService } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ClusterAccess } from '@portal-operations/plugin-label-contract-node';
import { deployApplication } from '../apply/deployApplication';
import type { RepositoryPolicy } from '../git/RepositoryPolicy';
import { optionalText } from '../input/optionalText';
import { parseApplicationInput } from '../input/parseApplicationInput';
import { describePlan } from '../plan/describePlan';
import { reportOfObjects } from '../plan/reportOfObjects';
import { examples } from './argoCdApplicationAction.examples';
import { audited } from './audited';
import { clusterField, dryRunField } from './inputFields';
import { rememberOutcomes } from './rememberOutcomes';
import { reportingErrors } from './reportingErrors';
import { runOfStep } from './runOfStep';
import { runOnCluster } from './runOnCluster';

/** What the action needs from its host. */
export interface ArgoCdApplicationOptions {
  clusters: ClusterAccess;
  repositories: RepositoryPolicy;
  auditor: AuditorService;
}

/**
 * `label-contract:argocd:application`: an Application that keeps a namespace as a folder of a repository
 * says, and the wait until it is so.
 */
export function argoCdApplicationAction(options: ArgoCdApplicationOptions) {
  const { clusters, repositories, auditor } = options;
  return createTemplateAction({
    id: 'label-contract:argocd:application',
    description:
      'Creates an Argo CD Application for a folder of a Git repository, and waits until the cluster is as the commit says. Safe to run twice; refuses an Application or a namespace of another team.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        namespace: z =>
          z.string().describe('Namespace that the service is deployed to'),
        service: z => z.string().describe('Service: name or entity ref'),
        team: z => z.string().describe('Owner: a group’s name or entity ref'),
        repoUrl: z =>
          z
            .string()
            .describe(
              'Address to clone; one of labelContract.gitops.repositories, or below it',
            ),
        branch: z =>
          z.string().optional().describe('Branch to follow; default: main'),
        path: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder of the repository; default: services/<service>; . for all of it',
            ),
        revision: z =>
          z
            .string()
            .optional()
            .describe('Full hash of the commit to wait for; default: any'),
        cluster: clusterField,
        name: z =>
          z
            .string()
            .optional()
            .describe('Name of the Application; default: <service>'),
        argocdNamespace: z =>
          z
            .string()
            .optional()
            .describe('Namespace of Argo CD; default: argocd'),
        project: z =>
          z
            .string()
            .optional()
            .describe('Project of Argo CD; default: default'),
        prune: z =>
          z
            .boolean()
            .optional()
            .describe('Deletes what Git has no more; default: true'),
        selfHeal: z =>
          z
            .boolean()
            .optional()
            .describe('Takes back what is changed by hand; default: true'),
        dryRun: dryRunField,
        waitSeconds: z =>
          z
            .number()
            .optional()
            .describe(
              'Seconds until it has to be synced and healthy; default 180, 0 does not wait',
            ),
      },
      output: {
        cluster: z => z.string().describe('Name of the cluster'),
        application: z => z.string().describe('Name of the Application'),
        revision: z =>
          z
            .string()
            .optional()
            .describe('Commit that the cluster is as: full hash'),
        summary: z => z.string().describe('What was done, in a few words'),
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
        const request = parseApplicationInput(
          input,
          repositories.requireAllowed(input.repoUrl),
        );
        const { spec } = request;
        const step = runOfStep(ctx, input);

        const work = () =>
          runOnCluster({
            clusters,
            cluster: optionalText(input.cluster),
            ...step,
            async work(run) {
              const { cluster } = run.client;
              const { object, state } = await deployApplication(run, request);
              const [told] = run.dryRun
                ? [object]
                : await rememberOutcomes(
                    ctx,
                    {
                      cluster,
                      namespace: spec.argoCdNamespace,
                      name: spec.name,
                    },
                    [object],
                  );
              if (run.dryRun) {
                run.log(describePlan([told]));
              }

              const { rows, diff } = reportOfObjects([told]);
              ctx.output('cluster', cluster);
              ctx.output('application', spec.name);
              ctx.output('revision', state?.revision);
              ctx.output(
                'summary',
                [told.outcome, ...(told.detail ? [told.detail] : [])].join(
                  ', ',
                ),
              );
              ctx.output('rows', rows);
              ctx.output('diff', diff);
            },
          });
        await audited(
          {
            auditor,
            ctx,
            eventId: 'argocd-application',
            meta: {
              cluster: input.cluster ?? '',
              namespace: spec.namespace,
              name: spec.name,
              team: spec.team,
              repoUrl: spec.repoUrl,
              dryRun: step.dryRun,
            },
          },
          work,
        );
      }),
  });
}
