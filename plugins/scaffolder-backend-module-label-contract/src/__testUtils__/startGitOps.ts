import {
  ArgoCd,
  GitServer,
  pushFiles,
  startArgoCd,
  startGitServer,
} from '@internal/argo-cd';
import type { JsonObject } from '@backstage/types';
import { argoCdApplicationAction } from '../actions/argoCdApplicationAction';
import { actionsOn, ActionsOnCluster } from './actionsOn';
import { gitOpsOn } from './gitOpsOn';
import { recordingAuditor } from './recordingAuditor';
import { ActionRun, runAction, RunActionOptions } from './runAction';
import {
  PortalCluster,
  RBAC_FOLDER,
  startPortalCluster,
} from './startPortalCluster';

/** A cluster with an Argo CD, a Git server with a repository, and the portal's rights on both. */
export interface GitOps {
  portal: PortalCluster;
  git: GitServer;
  argoCd: ArgoCd;
  actions: ActionsOnCluster;
  gitOps: ReturnType<typeof gitOpsOn>;
  /** Address of the repository. */
  repoUrl: string;
  /** Runs label-contract:argocd:application. */
  apply(input: JsonObject, options?: RunActionOptions): Promise<ActionRun>;
  /** All three steps of the template. */
  deploy(
    service: string,
    more?: RunActionOptions & { manifests?: JsonObject },
  ): Promise<{ pushed: ActionRun; applied: ActionRun; revision: string }>;
  stop(): Promise<void>;
}

/** Starts all of it. @param options.roles - further files of `install/rbac/options`. */
export async function startGitOps(
  options: { roles?: string[]; withOptions?: boolean } = {},
): Promise<GitOps> {
  const { roles = [], withOptions } = options;
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const each of stops.reverse()) {
      await each();
    }
  };
  try {
    const portal = await startPortalCluster({ withOptions });
    const { controlPlane } = portal;
    stops.push(() => controlPlane.stop());
    const git = await startGitServer();
    stops.push(() => git.stop());
    const argoCd = await startArgoCd({ controlPlane });
    stops.push(() => argoCd.stop());
    for (const role of ['scaffolder-gitops.yaml', ...roles]) {
      await controlPlane.kubectl([
        'apply',
        `--filename=${RBAC_FOLDER}/options/${role}`,
      ]);
    }
    const actions = actionsOn(portal);
    const gitOps = gitOpsOn({
      repositories: [git.url],
      host: new URL(git.url).host,
    });
    const repoUrl = await git.createRepository('deployments');
    await pushFiles({ url: repoUrl, files: { 'README.md': 'x' } });

    const apply: GitOps['apply'] = (input, run = {}) =>
      runAction(
        argoCdApplicationAction({
          clusters: portal.access,
          repositories: gitOps.policy,
          auditor: recordingAuditor().auditor,
        }),
        { namespace: input.service, waitSeconds: 60, ...input },
        run,
      );
    return {
      portal,
      git,
      argoCd,
      actions,
      gitOps,
      repoUrl,
      apply,
      stop,
      async deploy(service, more = {}) {
        const of = { service, team: 'inventory-team', repoUrl };
        const pushed = await gitOps.deliver(of, more);
        expect(pushed.error).toBeUndefined();
        const revision = `${pushed.outputs.revision}`;
        const applied = await apply({ ...of, revision }, more);
        return { pushed, applied, revision };
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
