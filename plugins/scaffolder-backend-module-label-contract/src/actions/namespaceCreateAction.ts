import type {
  AuditorService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ClusterAccess } from '@portal-operations/plugin-label-contract-node';
import { createNamespace } from '../apply/createNamespace';
import type { Run } from '../apply/Run';
import { optionalText } from '../input/optionalText';
import { parseNamespaceInput } from '../input/parseNamespaceInput';
import type { NamespaceSpec } from '../manifests/namespaceManifest';
import type { PlannedObject } from '../plan/PlannedObject';
import { reportOfObjects } from '../plan/reportOfObjects';
import { audited } from './audited';
import { clusterField, dryRunField, namespaceFields } from './inputFields';
import { examples } from './namespaceCreateAction.examples';
import { rememberOutcomes } from './rememberOutcomes';
import { reportingErrors } from './reportingErrors';
import { requireMember } from './requireMember';
import { runOfStep } from './runOfStep';
import { runOnCluster } from './runOnCluster';

/** What the action needs from its host. */
export interface NamespaceCreateOptions {
  clusters: ClusterAccess;
  auditor: AuditorService;
  userInfo: UserInfoService;
}

/**
 * `label-contract:namespace:create`: a namespace with the labels of its team. Adopts one that is the
 * team's already, and refuses every other.
 */
export function namespaceCreateAction(options: NamespaceCreateOptions) {
  const { clusters, auditor, userInfo } = options;
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
        requireMembership: z =>
          z
            .boolean()
            .optional()
            .describe('True to refuse whoever is not a member of the team'),
        dryRun: dryRunField,
      },
      output: {
        cluster: z => z.string().describe('Name of the cluster'),
        namespace: z => z.string().describe('Name of the namespace'),
        created: z => z.boolean().describe('False if it was there before'),
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
        const spec = parseNamespaceInput(input);
        const step = runOfStep(ctx, input);
        if (input.requireMembership) {
          await requireMember({ ctx, userInfo, team: spec.team.entityRef });
        }

        const work = () =>
          runOnCluster({
            clusters,
            cluster: optionalText(input.cluster),
            ...step,
            async work(run) {
              const { cluster } = run.client;
              const objects = await createNamespace(run, spec);
              const told = run.dryRun
                ? objects
                : await rememberOutcomes(
                    ctx,
                    { cluster, namespace: spec.name },
                    objects,
                  );
              const [namespace] = told;
              run.log(lineFor(run, spec, namespace));

              const { rows, diff } = reportOfObjects(told);
              ctx.output('cluster', cluster);
              ctx.output('namespace', spec.name);
              ctx.output('created', namespace.outcome === 'created');
              ctx.output('summary', summaryOf(spec, namespace));
              ctx.output('rows', rows);
              ctx.output('diff', diff);
            },
          });
        await audited(
          {
            auditor,
            ctx,
            eventId: 'namespace-create',
            meta: {
              cluster: input.cluster ?? '',
              namespace: spec.name,
              team: spec.team.entityRef,
              dryRun: step.dryRun,
            },
          },
          work,
        );
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

function summaryOf(spec: NamespaceSpec, { outcome }: PlannedObject): string {
  return outcome === 'created' ? `created for ${spec.team.name}` : outcome;
}
