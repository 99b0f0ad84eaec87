import {
  AuditorService,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { diffOfTexts } from '../plan/diffOfTexts';
import type { FileChange } from '../git/compareFolders';
import { folderContent } from '../git/folderContent';
import { gitCredentials } from '../git/gitCredentials';
import { pushFolder } from '../git/pushFolder';
import type { RepositoryPolicy } from '../git/RepositoryPolicy';
import { GitPlace, parseGitPlace } from '../input/parseGitPlace';
import { optionalText } from '../input/optionalText';
import { audited } from './audited';
import { dryRunField } from './inputFields';
import { inStep } from './inStep';
import { examples } from './manifestsPushAction.examples';

/** What the action needs from its host. */
export interface ManifestsPushOptions {
  repositories: RepositoryPolicy;
  integrations: ScmIntegrations;
  auditor: AuditorService;
}

/**
 * `label-contract:manifests:push`: one commit that brings a service's folder of a Git repository up to date
 * with a folder of the workspace. Only repositories that are configured, with the portal's own credentials.
 */
export function manifestsPushAction(options: ManifestsPushOptions) {
  const { repositories, integrations, auditor } = options;
  return createTemplateAction({
    id: 'label-contract:manifests:push',
    description:
      'Commits the manifests of a service to its folder of a Git repository, and pushes. Safe to run twice: no commit where nothing differs. Refuses a folder of another team.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        repoUrl: z =>
          z
            .string()
            .describe(
              'Address to clone; one of labelContract.gitops.repositories, or below it',
            ),
        service: z => z.string().describe('Service: name or entity ref'),
        team: z => z.string().describe('Owner: a group’s name or entity ref'),
        branch: z =>
          z.string().optional().describe('Branch that exists; default: main'),
        path: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder of the repository; default: services/<service>; . for all of it',
            ),
        sourcePath: z =>
          z
            .string()
            .optional()
            .describe('Folder of the workspace; default: the workspace'),
        dryRun: dryRunField,
      },
      output: {
        revision: z => z.string().describe('Full hash of the commit'),
        changed: z =>
          z.boolean().describe('False if all was there already: no commit'),
        remoteUrl: z => z.string().describe('Address of the repository'),
        branch: z => z.string().describe('Branch of the commit'),
        path: z => z.string().describe('Folder of the repository'),
        summary: z => z.string().describe('What was done, in a few words'),
        rows: z =>
          z.string().describe('Rows of a Markdown table: file, what was done'),
        diff: z =>
          z
            .string()
            .describe('Markdown code blocks with what changes; may be empty'),
      },
    },
    handler: ctx =>
      inStep(ctx, async ({ dryRun, log, signal }) => {
        const { input, workspacePath } = ctx;
        const place = parseGitPlace(input);
        const repoUrl = repositories.requireAllowed(input.repoUrl);
        const initiator = ctx.user?.ref ?? 'nobody';

        await audited(
          {
            auditor,
            ctx,
            eventId: 'manifests-push',
            meta: {
              repoUrl,
              branch: place.branch,
              path: place.path,
              team: place.team,
              dryRun,
            },
          },
          async () => {
            const sourcePath = optionalText(input.sourcePath) ?? '.';
            const files = await folderContent(
              resolveSafeChildPath(workspacePath, sourcePath),
              { links: 'refused' },
            );
            if (files.size === 0) {
              throw new InputError(
                `sourcePath: the workspace has no files in '${sourcePath}'. Write them first, with the action label-contract:manifests:write. Nothing was pushed by this step.`,
              );
            }
            const pushed = await pushFolder({
              ...place,
              repoUrl,
              files,
              auth: await gitCredentials(integrations, repoUrl),
              author: repositories.author,
              message: messageOf(place, {
                template: ctx.templateInfo?.entityRef ?? 'no template',
                initiator,
                task: ctx.task.id,
              }),
              dryRun,
              makeFolder: () => ctx.createTemporaryDirectory(),
              log,
              signal,
            });
            const { revision } = pushed;
            const isChanged = pushed.files.some(
              ({ outcome }) => outcome !== 'unchanged',
            );
            // A task that is taken up again finds its own commit.
            const { changed } = dryRun
              ? { changed: isChanged }
              : await ctx.checkpoint({
                  key: `label-contract/git/${repoUrl}/${place.branch}/${place.path}`,
                  fn: async () => ({ changed: isChanged }),
                });
            const where = `${place.path || '.'} on ${
              place.branch
            } of ${repoUrl}`;
            log(lineFor({ isChanged, dryRun, where, pushed }));

            ctx.output('revision', revision);
            ctx.output('changed', changed);
            ctx.output('remoteUrl', repoUrl);
            ctx.output('branch', place.branch);
            ctx.output('path', place.path || '.');
            ctx.output(
              'summary',
              changed
                ? countOf(pushed.files) || `commit ${revision.slice(0, 7)}`
                : 'unchanged',
            );
            ctx.output('rows', rowsOf(pushed.files));
            ctx.output('diff', diffOf(pushed.files));
          },
        );
      }),
  });
}

function messageOf(
  { service, team }: GitPlace,
  origin: { template: string; initiator: string; task: string },
): string {
  return [
    `Deploy ${service}`,
    '',
    `Service: ${service} of ${team}`,
    `Template: ${origin.template}`,
    `Initiator: ${origin.initiator}`,
    `Task: ${origin.task}`,
    '',
  ].join('\n');
}

function lineFor(options: {
  isChanged: boolean;
  dryRun: boolean;
  where: string;
  pushed: { revision: string; files: FileChange[] };
}): string {
  const { isChanged, dryRun, where, pushed } = options;
  if (!isChanged) {
    return `${dryRun ? 'Plan: ' : ''}${where} is as wanted already (${
      pushed.revision
    }); nothing to change`;
  }
  return dryRun
    ? `Plan: would commit ${countOf(pushed.files)} to ${where}`
    : `Committed ${countOf(pushed.files)} to ${where}: ${pushed.revision}`;
}

/** `2 added, 1 changed`. */
function countOf(files: readonly FileChange[]): string {
  return (['added', 'changed', 'removed'] as const)
    .map(
      outcome =>
        [
          outcome,
          files.filter(file => file.outcome === outcome).length,
        ] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', ');
}

function rowsOf(files: readonly FileChange[]): string {
  return files
    .map(({ file, outcome }) => `| \`${file}\` | ${outcome} |`)
    .join('\n');
}

function diffOf(files: readonly FileChange[]): string {
  return files
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map(
      ({ file, before, after }) =>
        `\`\`\`diff\n  ${file}\n${diffOfTexts(before, after)}\n\`\`\`\n`,
    )
    .join('\n');
}
