import type { UserInfoService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { parseRemovalInput } from '../input/parseRemovalInput';
import { gitNoteOf } from '../removal/removeDelivery';
import { removeService } from '../removal/removeService';
import { reportOfRemoval } from '../removal/reportOfRemoval';
import { catalogNoteOf } from './catalogNoteOf';
import {
  argoCdNamespaceField,
  clusterField,
  membershipField,
} from './inputFields';
import { inStep } from './inStep';
import { ClusterHost, onCluster } from './onCluster';
import { requireMember } from './requireMember';
import { examples } from './serviceRemoveAction.examples';

/** What the action needs from its host. */
export interface ServiceRemoveOptions extends ClusterHost {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  userInfo: UserInfoService;
}

/**
 * `label-contract:service:remove`: deletes what the actions made for a service, and nothing else; its
 * namespace, too, where that is asked for and nobody else has anything in it.
 */
export function serviceRemoveAction({
  catalog,
  userInfo,
  ...host
}: ServiceRemoveOptions) {
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
        cluster: clusterField,
        removeNamespace: z =>
          z
            .boolean()
            .optional()
            .describe(
              'True to delete the namespace, too, if nothing else is in it; default: it stays',
            ),
        argocdNamespace: argoCdNamespaceField,
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
        requireMembership: membershipField,
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
        gitNote: z =>
          z.string().describe('What is left to do in Git; empty if nothing is'),
      },
    },
    handler: ctx =>
      inStep(ctx, async step => {
        const request = parseRemovalInput(ctx.input, step);
        const { service, namespace, team, removeNamespace } = request;
        if (ctx.input.requireMembership) {
          await requireMember({ ctx, userInfo, team: request.teamRef });
        }
        const catalogNote = await catalogNoteOf({
          catalog,
          credentials: await ctx.getInitiatorCredentials(),
          entityRef: request.serviceRef,
        });

        const eventId = 'service-remove';
        const severityLevel = 'high';
        const meta = { namespace, service, team, removeNamespace };
        await onCluster(
          { host, ctx, step, eventId, severityLevel, meta },
          async run => {
            const { cluster } = run.client;
            const { objects, delivery } = await removeService(
              run,
              request,
              names =>
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
            const gitNote = delivery.applications.map(gitNoteOf).join(' ');
            [catalogNote, gitNote].filter(Boolean).forEach(run.log);
            ctx.output('cluster', cluster);
            ctx.output('rows', rows);
            ctx.output('removed', removed);
            ctx.output('remaining', remaining);
            ctx.output('summary', summary);
            ctx.output('catalogNote', catalogNote);
            ctx.output('gitNote', gitNote);
          },
        );
      }),
  });
}
