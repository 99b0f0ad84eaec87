import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import { stringify } from 'yaml';
import { StepFailedError } from '../refusal/StepFailedError';
import { requireWholeNumber } from '../input/apiServerRules';
import { catalogNameOf } from '../input/catalogNameOf';
import { optionalText } from '../input/optionalText';
import { parseWaitSeconds } from '../input/parseWaitSeconds';
import type { ReportReader } from '../reports/ReportReader';
import { sentenceOfFinding } from '../reports/sentenceOfFinding';
import { lineOf, reasonOf, verifyEntity } from '../reports/verifyEntity';
import { examples } from './entityVerifyAction.examples';
import { inStep } from './inStep';

/** What the action needs from its host. */
export interface EntityVerifyOptions {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  reports: ReportReader;
}

const DEFAULT_WAIT_SECONDS = 60;

/**
 * `label-contract:entity:verify`: waits until the report of an entity shows what was deployed, and fails
 * with the finding and its fix where it does not. An entity that the catalog does not have is no failure:
 * the output holds the `catalog-info.yaml` to commit.
 */
export function entityVerifyAction({ catalog, reports }: EntityVerifyOptions) {
  return createTemplateAction({
    id: 'label-contract:entity:verify',
    description:
      'Waits until the Kubernetes tab of a service shows what was deployed, and says what keeps it from doing so.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z.string().describe('The service: name or entity ref of a component'),
        workloads: z =>
          z
            .array(z.string())
            .optional()
            .describe('Names of Deployments that have to be visible'),
        minimumPods: z =>
          z
            .number()
            .optional()
            .describe('Ready pods that there have to be; default 1'),
        waitSeconds: z =>
          z
            .number()
            .optional()
            .describe('Seconds until it has to be so; default 60'),
        team: z =>
          z
            .string()
            .optional()
            .describe('Owner, for a catalog file that is not there yet'),
        lifecycle: z =>
          z
            .string()
            .optional()
            .describe('Lifecycle, for a catalog file that is not there yet'),
        description: z =>
          z
            .string()
            .optional()
            .describe('Description, for a catalog file that is not there yet'),
        dryRun: z =>
          z.boolean().optional().describe('True where nothing was deployed'),
      },
      output: {
        entityRef: z => z.string().describe('Ref of the entity'),
        isInCatalog: z => z.boolean().describe('False if there is no entity'),
        contract: z => z.string().describe('Verdict: met, or why not'),
        health: z => z.string().describe('Verdict: healthy, or why not'),
        pods: z => z.number().describe('Pods that are ready'),
        findings: z =>
          z
            .array(
              z.object({
                rule: z.string(),
                owner: z.string(),
                sentence: z.string(),
                fix: z.string().optional(),
              }),
            )
            .describe('What is to be done about it, errors first'),
        headline: z => z.string().describe('How it is, in one sentence'),
        catalogInfo: z =>
          z
            .string()
            .describe('The catalog-info.yaml to commit; empty if not needed'),
      },
    },
    handler: ctx =>
      inStep(ctx, async ({ dryRun, log, signal }) => {
        const { input } = ctx;
        const service = catalogNameOf({
          field: 'entityRef',
          value: input.entityRef,
          kind: 'component',
        });
        const { entityRef } = service;
        const expected = {
          workloads: (input.workloads ?? []).filter(Boolean),
          minimumPods: requireWholeNumber({
            field: 'minimumPods',
            value: input.minimumPods ?? 1,
            min: 0,
            max: 100_000,
          }),
        };
        const waitSeconds = parseWaitSeconds(
          input.waitSeconds,
          DEFAULT_WAIT_SECONDS,
        );
        const credentials = await ctx.getInitiatorCredentials();
        const isInCatalog = async () =>
          (await catalog.getEntityByRef(entityRef, { credentials })) !==
          undefined;

        ctx.output('entityRef', entityRef);
        if (dryRun) {
          const isThere = await isInCatalog();
          log('Plan complete. Nothing was written.');
          ctx.output('isInCatalog', isThere);
          ctx.output('contract', 'not-applicable');
          ctx.output('health', 'not-applicable');
          ctx.output('pods', 0);
          ctx.output('findings', []);
          ctx.output('headline', 'Nothing was changed');
          ctx.output('catalogInfo', isThere ? '' : catalogInfoOf(input));
          return;
        }

        const verified = await verifyEntity({
          entityRef,
          expected,
          look: () => reports.read(entityRef, { credentials, signal }),
          isInCatalog,
          waitSeconds,
          log,
          signal,
        });
        if (verified.kind === 'unknown-entity') {
          log(
            `${entityRef} is not in the catalog yet: its Kubernetes tab appears with its catalog-info.yaml`,
          );
          ctx.output('isInCatalog', false);
          ctx.output('contract', 'unknown');
          ctx.output('health', 'unknown');
          ctx.output('pods', 0);
          ctx.output('findings', []);
          ctx.output(
            'headline',
            `${service.name} runs, and is not in the catalog yet`,
          );
          ctx.output('catalogInfo', catalogInfoOf(input));
          return;
        }

        const { report } = verified;
        ctx.output('isInCatalog', true);
        ctx.output('contract', report.contract.verdict);
        ctx.output('health', report.health.verdict);
        ctx.output('pods', report.pods.ready);
        ctx.output('findings', report.findings.map(sentenceOfFinding));
        ctx.output('catalogInfo', '');
        if (verified.kind === 'not-yet') {
          throw new StepFailedError(
            `waitSeconds: after ${waitSeconds} seconds, ${lineOf(
              report,
            )}. ${reasonOf(
              report,
              expected,
            )} What was deployed stays as it is.`,
          );
        }
        const { ready, of } = report.pods;
        ctx.output(
          'headline',
          `${ready} of ${of} ${
            of === 1 ? 'pod' : 'pods'
          } ready, and visible in the Kubernetes tab`,
        );
      }),
  });
}

/** The catalog file of a service that has none. */
function catalogInfoOf(input: {
  entityRef: string;
  team?: string;
  lifecycle?: string;
  description?: string;
}): string {
  const { name, namespace } = parseEntityRef(input.entityRef, {
    defaultKind: 'component',
    defaultNamespace: 'default',
  });
  const team = optionalText(input.team);
  const description = optionalText(input.description);
  return stringify({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      ...(namespace !== 'default' && { namespace }),
      ...(description && { description }),
      annotations: { [KUBERNETES_ID]: name },
    },
    spec: {
      type: 'service',
      lifecycle: optionalText(input.lifecycle) ?? 'experimental',
      owner: team
        ? stringifyEntityRef(
            parseEntityRef(team, {
              defaultKind: 'group',
              defaultNamespace: 'default',
            }),
          )
        : 'group:default/unknown',
    },
  });
}
