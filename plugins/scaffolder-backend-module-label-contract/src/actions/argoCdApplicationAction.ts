import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { deployApplication } from '../apply/deployApplication';
import type { RepositoryPolicy } from '../git/RepositoryPolicy';
import { parseApplicationInput } from '../input/parseApplicationInput';
import { describePlan } from '../plan/describePlan';
import { summaryOf } from '../plan/summaryOf';
import { examples } from './argoCdApplicationAction.examples';
import {
  argoCdNamespaceField,
  clusterField,
  dryRunField,
  objectsOutputs,
} from './inputFields';
import { inStep } from './inStep';
import { ClusterHost, onCluster } from './onCluster';
import { tellObjects } from './tellObjects';

/** What the action needs from its host. */
export interface ArgoCdApplicationOptions extends ClusterHost {
  repositories: RepositoryPolicy;
}

/**
 * `label-contract:argocd:application`: an Application that keeps a namespace as a folder of a repository
 * says, and the wait until it is so.
 */
export function argoCdApplicationAction({
  repositories,
  ...host
}: ArgoCdApplicationOptions) {
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
        argocdNamespace: argoCdNamespaceField,
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
        ...objectsOutputs,
        application: z => z.string().describe('Name of the Application'),
        revision: z =>
          z
            .string()
            .optional()
            .describe('Commit that the cluster is as: full hash'),
      },
    },
    handler: ctx =>
      inStep(ctx, async step => {
        const { input } = ctx;
        const request = parseApplicationInput(
          input,
          repositories.requireAllowed(input.repoUrl),
        );
        const { namespace, name, team, repoUrl, argoCdNamespace } =
          request.spec;
        const eventId = 'argocd-application';
        const meta = { namespace, name, team, repoUrl };
        await onCluster({ host, ctx, step, eventId, meta }, async run => {
          const { object, state } = await deployApplication(run, request);
          const { objects, rows, diff } = await tellObjects(
            { ctx, run, place: { namespace: argoCdNamespace, name } },
            [object],
          );
          if (run.dryRun) {
            run.log(describePlan(objects));
          }
          ctx.output('cluster', run.client.cluster);
          ctx.output('application', name);
          ctx.output('revision', state?.revision);
          ctx.output('summary', summaryOf(objects[0]));
          ctx.output('rows', rows);
          ctx.output('diff', diff);
        });
      }),
  });
}
