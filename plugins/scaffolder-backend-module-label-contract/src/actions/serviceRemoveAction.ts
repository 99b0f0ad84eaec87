import type {
  AuditorService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ClusterAccess } from '@portal-operations/plugin-label-contract-node';
import { optionalText } from '../input/optionalText';
import { parseRemovalInput } from '../input/parseRemovalInput';
import { removeService } from '../removal/removeService';
import { reportOfRemoval } from '../removal/reportOfRemoval';
import { audited } from './audited';
import { catalogNoteOf } from './catalogNoteOf';
import { reportingErrors } from './reportingErrors';
import { requireMember } from './requireMember';
import { runOfStep } from './runOfStep';
import { runOnCluster } from './runOnCluster';
import { examples } from './serviceRemoveAction.examples';

/** What the action needs from its host. */
export interface ServiceRemoveOptions {
  clusters: ClusterAccess;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  auditor: AuditorService;
  userInfo: UserInfoService;
}

/**
 * `label-contract:service:remove`: deletes what the actions made for a service, and nothing else; its
 * namespace, too, where that is asked for and nobody else has anything in it.
 */
export function serviceRemoveAction(options: ServiceRemoveOptions) {
  const { clusters, catalog, auditor, userInfo } = options;
  return createTemplateAction({
    id: 'label-contract:service:remove',
    description:
      'Deletes what this portal made for a service, and nothing else. Has to be confirmed by the service’s name; a plan shows first what would be deleted.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        service: z =>
          z
            .string()
            .describe('Service to remove: name or entity ref of a component'),
        team: z => z.string().describe('Owner: a group’s name or entity ref'),
        namespace: z => z.string().describe('Namespace that the service is in'),
        cluster: z =>
          z
            .string()
            .optional()
            .describe('Name of the cluster; needed where there are several'),
        removeNamespace: z =>
          z
            .boolean()
            .optional()
            .describe(
              'True to delete the namespace, too, if nothing else is in it; default: it stays',
            ),
        confirm: z =>
          z
            .string()
            .optional()
            .describe(
              'The service’s name, typed again; needed unless nothing is deleted',
            ),
        waitSeconds: z =>
          z
            .number()
            .optional()
            .describe(
              'Seconds until all of it has to be gone; default 180, 0 does not wait',
            ),
        requireMembership: z =>
          z
            .boolean()
            .optional()
            .describe('True to refuse whoever is not a member of the team'),
        dryRun: z =>
          z
            .boolean()
            .optional()
            .describe('True to find out what would be deleted, and do nothing'),
      },
      output: {
        cluster: z => z.string().describe('Name of the cluster'),
        rows: z =>
          z
            .string()
            .describe('Rows of a Markdown table: object, name, what was done'),
        removed: z =>
          z.number().describe('Objects that were deleted, or would be'),
        remaining: z =>
          z.string().describe('What stays, and why; empty if nothing does'),
        summary: z => z.string().describe('What was done, in one sentence'),
        catalogNote: z =>
          z
            .string()
            .describe('What is left to do in the catalog; empty if nothing is'),
      },
    },
    handler: ctx =>
      reportingErrors(async () => {
        const { input } = ctx;
        const step = runOfStep(ctx, input);
        const request = parseRemovalInput(input, step);
        const { service, namespace } = request;
        if (input.requireMembership) {
          await requireMember({ ctx, userInfo, team: request.teamRef });
        }
        const catalogNote = await catalogNoteOf({
          catalog,
          credentials: await ctx.getInitiatorCredentials(),
          entityRef: request.serviceRef,
        });

        const work = () =>
          runOnCluster({
            clusters,
            cluster: optionalText(input.cluster),
            ...step,
            async work(run) {
              const { cluster } = run.client;
              const objects = await removeService(run, request, names =>
                ctx.checkpoint({
                  key: `label-contract/remove/${cluster}/${namespace}/${service}`,
                  fn: async () =>
                    names.map(({ kind, name, namespace: where }) => ({
                      kind,
                      name,
                      namespace: where,
                    })),
                }),
              );

              const { rows, removed, remaining, summary } = reportOfRemoval(
                objects,
                run,
              );
              run.log(`${run.dryRun ? 'Plan: ' : ''}${summary}`);
              if (catalogNote) {
                run.log(catalogNote);
              }
              ctx.output('cluster', cluster);
              ctx.output('rows', rows);
              ctx.output('removed', removed);
              ctx.output('remaining', remaining);
              ctx.output('summary', summary);
              ctx.output('catalogNote', catalogNote);
            },
          });
        await audited(
          {
            auditor,
            ctx,
            eventId: 'service-remove',
            severityLevel: 'high',
            meta: {
              cluster: input.cluster ?? '',
              namespace,
              service,
              team: request.team,
              removeNamespace: request.removeNamespace,
              dryRun: step.dryRun,
            },
          },
          work,
        );
      }),
  });
}
