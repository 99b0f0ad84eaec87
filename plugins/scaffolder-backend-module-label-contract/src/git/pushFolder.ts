import {
  LoggerService,
  resolveSafeChildPath,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  addFiles,
  cloneRepo,
  commitAndPushBranch,
  initRepoAndPush,
  removeFiles,
} from '@backstage/plugin-scaffolder-node';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StepFailedError } from '../refusal/StepFailedError';
import { compareFolders, FileChange, FolderContent } from './compareFolders';
import { folderContent } from './folderContent';
import type { GitAuth } from './gitCredentials';
import { errorOfGit, gitFailureOf } from './GitFailure';

/** Clones and pushes until nobody else was faster. */
const ATTEMPTS = 3;

const CANCELLED =
  'The task was cancelled. A push that was under way may still arrive; run it again to see, as nothing is pushed twice.';

/** What is left in a file that a host's Git helpers can't remove (scaffolder-node 0.11): no object. */
const REMOVED = '# Removed: the service has no such object any more.\n';

/** Options of {@link pushFolder}. */
export interface PushFolderOptions {
  repoUrl: string;
  branch: string;
  /** Folder in the repository, with `/` between the parts; empty for all of it. */
  path: string;
  files: FolderContent;
  /** Team that has to own what is in the folder. */
  team: string;
  auth: GitAuth;
  author: { readonly name?: string; readonly email?: string };
  message: string;
  /** Finds out what would change, and pushes nothing. */
  dryRun: boolean;
  /** Makes a folder of its own for each clone. */
  makeFolder: () => Promise<string>;
  log: (line: string) => void;
  signal?: AbortSignal;
}

/** What was pushed, or would be. */
export interface PushedFolder {
  /** Full hash of the branch's commit; empty in a plan for an empty repository. */
  revision: string;
  files: FileChange[];
}

/** An error of Git, as opposed to one of ours. */
class GitStepError extends Error {
  readonly name = 'GitStepError';
}

/**
 * Brings a folder of a repository up to date with one commit, and makes none where nothing differs.
 *
 * @throws Error of `@backstage/errors` with one sentence; StepFailedError where it was cancelled.
 */
export async function pushFolder(
  options: PushFolderOptions,
): Promise<PushedFolder> {
  const { log, branch, signal } = options;
  for (let attempt = 1; ; attempt++) {
    const dir = await options.makeFolder();
    try {
      return await unlessAborted(signal, () => pushOnce(options, dir));
    } catch (error) {
      const isOvertaken =
        error instanceof GitStepError &&
        gitFailureOf(error.message) === 'overtaken';
      if (isOvertaken && attempt < ATTEMPTS) {
        log(
          `Somebody else pushed to ${branch} meanwhile; starting from theirs`,
        );
      } else {
        throw error instanceof GitStepError
          ? errorOfGit(error.message, options)
          : error;
      }
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }
}

async function pushOnce(
  options: PushFolderOptions,
  dir: string,
): Promise<PushedFolder> {
  const { repoUrl, branch, path, auth, signal, author, message } = options;
  const { files: wanted, team, dryRun } = options;
  const logger = loggerFor(signal);
  await asGitStep(() =>
    cloneRepo({ url: repoUrl, dir, auth, logger, ref: branch }),
  );
  const head = await headOf(dir, branch);

  const folder = resolveSafeChildPath(dir, path || '.');
  const files = compareFolders({
    there: await folderContent(folder, { links: 'skipped' }),
    wanted,
    team,
    place: `${path || 'the whole'} of ${repoUrl}`,
  });
  const changed = files.filter(({ outcome }) => outcome !== 'unchanged');
  if (dryRun || changed.length === 0) {
    return { revision: head, files };
  }

  for (const { file, outcome, after } of changed) {
    const target = resolveSafeChildPath(folder, file);
    const filepath = path ? `${path}/${file}` : file;
    const isGone = outcome === 'removed' && typeof removeFiles === 'function';
    if (isGone) {
      await rm(target);
      await removeFiles({ dir, filepath, auth, logger });
    } else {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, outcome === 'removed' ? REMOVED : after);
      if (head) {
        await addFiles({ dir, filepath, auth, logger });
      }
    }
  }
  signal?.throwIfAborted();

  const { commitHash } = await asGitStep(() =>
    head
      ? commitAndPushBranch({
          dir,
          auth,
          logger,
          branch,
          commitMessage: message,
          gitAuthorInfo: author,
        })
      : pushFirstCommit(options, dir, logger),
  );
  return { revision: commitHash, files };
}

/** A repository without a commit can be cloned, and has no branch to check out. */
async function pushFirstCommit(
  { repoUrl, branch, auth, author, message }: PushFolderOptions,
  dir: string,
  logger: LoggerService,
) {
  await rm(join(dir, '.git'), { recursive: true, force: true });
  return initRepoAndPush({
    dir,
    remoteUrl: repoUrl,
    auth,
    logger,
    defaultBranch: branch,
    commitMessage: message,
    gitAuthorInfo: author,
  });
}

/** Commit of the branch that was cloned; empty where the repository has none. */
async function headOf(dir: string, branch: string): Promise<string> {
  try {
    const ref = await readFile(join(dir, '.git/refs/heads', branch), 'utf8');
    return ref.trim();
  } catch {
    return '';
  }
}

async function asGitStep<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new GitStepError(isError(error) ? error.message : String(error));
  }
}

/**
 * The helpers tell every step; the task log gets our lines instead. Since 0.13 they also push again for a
 * minute whatever the reason was, and warn before each time: a refusal or a cancelled task ends that.
 */
function loggerFor(signal: AbortSignal | undefined): LoggerService {
  const logger: LoggerService = {
    error() {},
    info() {},
    debug() {},
    warn(warning) {
      signal?.throwIfAborted();
      if (gitFailureOf(warning) !== 'other') {
        throw new Error(warning);
      }
    },
    child: () => logger,
  };
  return logger;
}

/** The helpers know no signal: what they are doing ends by itself, and nobody waits for it. */
async function unlessAborted<T>(
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (signal?.aborted) {
    throw new StepFailedError(CANCELLED);
  }
  if (!signal) {
    return work();
  }
  const settled = new AbortController();
  try {
    return await Promise.race([
      work(),
      once(signal, 'abort', { signal: settled.signal }).then(() => {
        throw new StepFailedError(CANCELLED);
      }),
    ]);
  } finally {
    settled.abort();
  }
}
