import {
  ArgoCd,
  GitServer,
  pushFiles,
  startArgoCd,
  startGitServer,
} from '@internal/argo-cd';
import { ControlPlane, rbacFolder } from '@internal/control-plane';
import { join } from 'node:path';
import { Surroundings } from './startWorkshop';

/** What the portal needs on a cluster with Argo CD, each an option of its own. */
const OPTIONS = ['scaffolder-gitops.yaml', 'argo-cd-reader.yaml'];

/** A Git server with one repository, and an Argo CD that deploys from it. */
export interface GitOps extends Surroundings {
  readonly argoCd: ArgoCd;
  /** Address of the repository. */
  readonly repoUrl: string;
}

/** Starts both, gives the portal its rights, and says how it has to be configured to commit to that repository. */
export async function startGitOps(cluster: ControlPlane): Promise<GitOps> {
  const git = await startGitServer();
  let argoCd: ArgoCd | undefined;
  const stop = async () => {
    await argoCd?.stop();
    await git.stop();
  };
  try {
    argoCd = await startArgoCd({ controlPlane: cluster });
    for (const option of OPTIONS) {
      await cluster.kubectl([
        'apply',
        `--filename=${join(rbacFolder, 'options', option)}`,
      ]);
    }
    const repoUrl = await createRepository(git);
    const { host } = new URL(git.url);
    return {
      argoCd,
      repoUrl,
      config: {
        labelContract: { gitops: { repositories: [git.url] } },
        integrations: { gitea: [{ host, baseUrl: git.url }] },
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** One that has a first commit, as repositories of a team do. */
async function createRepository(git: GitServer): Promise<string> {
  const url = await git.createRepository('deployments');
  await pushFiles({ url, files: { 'README.md': 'What runs where\n' } });
  return url;
}
