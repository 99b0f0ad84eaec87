import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ClusterAccess } from '@portal-operations/plugin-label-contract-node';
import { Applied, applyOwned } from '../apply/applyOwned';
import type { WrittenKinds } from '../apply/ClusterClient';
import { RefusedError } from '../apply/Refusal';
import { optionalText } from '../input/optionalText';
import { parseNamespaceInput } from '../input/parseNamespaceInput';
import {
  namespaceManifest,
  NamespaceSpec,
} from '../manifests/namespaceManifest';
import { examples } from './namespaceCreateAction.examples';
import { reportingErrors } from './reportingErrors';
import { runOnCluster } from './runOnCluster';

/** What the action needs from its host. */
export interface NamespaceCreateOptions {
  clusters: ClusterAccess;
}

/**
 * `label-contract:namespace:create`: a namespace with the labels of its team. Adopts one that is the
 * team's already, and refuses every other.
 */
export function namespaceCreateAction({ clusters }: NamespaceCreateOptions) {
  return createTemplateAction({
    id: 'label-contract:namespace:create',
    description:
      'Creates a namespace with the labels of its team, service and lifecycle. Safe to run twice; refuses a namespace that is not the team’s.',
    examples,
    schema: {
      input: {
        namespace: z =>
          z.string().describe('Name of the namespace: a DNS label'),
        team: z => z.string().describe('Owner: a group’s name or entity ref'),
        cluster: z =>
          z
            .string()
            .optional()
            .describe('Name of the cluster; needed where there are several'),
        service: z =>
          z
            .string()
            .optional()
            .describe('Service that the namespace is for: name or entity ref'),
        lifecycle: z =>
          z
            .string()
            .optional()
            .describe('Lifecycle of the service, such as production'),
        description: z =>
          z
            .string()
            .optional()
            .describe('A sentence that consoles show beside the name'),
        labels: z => z.record(z.string()).optional().describe('Further labels'),
        annotations: z =>
          z.record(z.string()).optional().describe('Further annotations'),
        podSecurity: z =>
          z
            .enum(['privileged', 'baseline', 'restricted'])
            .optional()
            .describe(
              'Pod Security Standard that its pods have to meet; default: restricted',
            ),
      },
      output: {
        cluster: z => z.string().describe('Name of the cluster'),
        namespace: z => z.string().describe('Name of the namespace'),
        created: z => z.boolean().describe('False if it was there before'),
        summary: z => z.string().describe('What was done, in a few words'),
      },
    },
    handler: ctx =>
      reportingErrors(async () => {
        const spec = parseNamespaceInput(ctx.input);

        await runOnCluster({
          clusters,
          cluster: optionalText(ctx.input.cluster),
          signal: ctx.signal,
          async work(client, record) {
            const applied = await applyOwned({
              client,
              kind: 'Namespace',
              desired: namespaceManifest(spec),
              team: spec.team.name,
              onRead(live) {
                if (live?.metadata?.deletionTimestamp) {
                  throw new RefusedError({
                    kind: 'namespace-terminating',
                    namespace: spec.name,
                  });
                }
                if (!live) {
                  ctx.logger.info(
                    `Namespace ${spec.name} does not exist on ${client.cluster} yet`,
                  );
                }
              },
            });
            record.noteOwn({ kind: 'Namespace', name: spec.name });

            ctx.logger.info(lineFor(spec, applied, client.cluster));
            ctx.output('cluster', client.cluster);
            ctx.output('namespace', spec.name);
            ctx.output('created', applied.outcome === 'created');
            ctx.output('summary', summaryOf(spec, applied));
          },
        });
      }),
  });
}

function lineFor(
  spec: NamespaceSpec,
  applied: Applied<WrittenKinds['Namespace']>,
  cluster: string,
): string {
  switch (applied.outcome) {
    case 'created': {
      const lifecycle = spec.lifecycle ? `, lifecycle ${spec.lifecycle}` : '';
      return `Created namespace ${spec.name} (team ${spec.team.name}${lifecycle})`;
    }
    case 'changed':
      return `Namespace ${spec.name} on ${cluster} is ${
        spec.team.name
      }'s already; changed ${applied.changes.join(', ')}`;
    default:
      return `Namespace ${spec.name} on ${cluster} is ${spec.team.name}'s already; nothing to change`;
  }
}

function summaryOf(
  spec: NamespaceSpec,
  { outcome }: Applied<WrittenKinds['Namespace']>,
): string {
  return outcome === 'created' ? `created for ${spec.team.name}` : outcome;
}
