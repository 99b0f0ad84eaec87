import type { UserInfoService } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { createNamespace } from '../apply/createNamespace';
import type { Run } from '../apply/Run';
import { parseNamespaceInput } from '../input/parseNamespaceInput';
import type { NamespaceSpec } from '../manifests/namespaceManifest';
import type { PlannedObject } from '../plan/PlannedObject';
import {
  clusterField,
  dryRunField,
  membershipField,
  namespaceFields,
  objectsOutputs,
} from './inputFields';
import { inStep } from './inStep';
import { examples } from './namespaceCreateAction.examples';
import { ClusterHost, onCluster } from './onCluster';
import { requireMember } from './requireMember';
import { tellObjects } from './tellObjects';

/** What the action needs from its host. */
export interface NamespaceCreateOptions extends ClusterHost {
  userInfo: UserInfoService;
}

/**
 * `label-contract:namespace:create`: a namespace with the labels of its team. Adopts one that is the
 * team's already, and refuses every other.
 */
export function namespaceCreateAction({
  userInfo,
  ...host
}: NamespaceCreateOptions) {
  return createTemplateAction({
    id: 'label-contract:namespace:create',
    description:
      'Creates a namespace with the labels of its team, service and lifecycle. Safe to run twice; refuses a namespace that is not the team’s.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...namespaceFields,
        cluster: clusterField,
        requireMembership: membershipField,
        dryRun: dryRunField,
      },
      output: {
        ...objectsOutputs,
        namespace: z => z.string().describe('Name of the namespace'),
        created: z => z.boolean().describe('False if it was there before'),
      },
    },
    handler: ctx =>
      inStep(ctx, async step => {
        const { input } = ctx;
        const spec = parseNamespaceInput(input);
        if (input.requireMembership) {
          await requireMember({ ctx, userInfo, team: spec.team.entityRef });
        }
        const eventId = 'namespace-create';
        const meta = { namespace: spec.name, team: spec.team.entityRef };
        await onCluster({ host, ctx, step, eventId, meta }, async run => {
          const { objects, rows, diff } = await tellObjects(
            { ctx, run, place: { namespace: spec.name } },
            await createNamespace(run, spec),
          );
          const [namespace] = objects;
          run.log(lineFor(run, spec, namespace));
          ctx.output('cluster', run.client.cluster);
          ctx.output('namespace', spec.name);
          ctx.output('created', namespace.outcome === 'created');
          ctx.output('summary', summaryOfNamespace(spec, namespace));
          ctx.output('rows', rows);
          ctx.output('diff', diff);
        });
      }),
  });
}

function lineFor(
  { client: { cluster }, dryRun }: Run,
  spec: NamespaceSpec,
  { outcome, changes }: PlannedObject,
): string {
  const lifecycle = spec.lifecycle ? `, lifecycle ${spec.lifecycle}` : '';
  const whose = `(team ${spec.team.name}${lifecycle})`;
  switch (outcome) {
    case 'created':
      return dryRun
        ? `Plan: namespace ${spec.name} does not exist on ${cluster}; would create it ${whose}`
        : `Created namespace ${spec.name} ${whose}`;
    case 'changed':
      return dryRun
        ? `Plan: namespace ${spec.name} on ${cluster} is ${
            spec.team.name
          }'s already; would change ${changes.join(', ')}`
        : `Namespace ${spec.name} on ${cluster} is ${
            spec.team.name
          }'s already; changed ${changes.join(', ')}`;
    default:
      return `${dryRun ? 'Plan: namespace' : 'Namespace'} ${
        spec.name
      } on ${cluster} is ${spec.team.name}'s already; nothing to change`;
  }
}

function summaryOfNamespace(
  spec: NamespaceSpec,
  { outcome }: PlannedObject,
): string {
  return outcome === 'created' ? `created for ${spec.team.name}` : outcome;
}
