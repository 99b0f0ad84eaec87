import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { JsonObject } from '@backstage/types';
import type { GitCredentials } from '@internal/argo-cd';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestsPushAction } from '../actions/manifestsPushAction';
import { manifestsWriteAction } from '../actions/manifestsWriteAction';
import { repositoryPolicyFromConfig } from '../git/RepositoryPolicy';
import { recordingAuditor } from './recordingAuditor';
import { ActionRun, runAction, RunActionOptions } from './runAction';

/** The two actions that bring manifests to Git, with one account and the repositories that are configured. */
export function gitOpsOn(options: {
  /** Addresses that may be written to. */
  repositories: string[];
  /** Host and port of the Git server. */
  host: string;
  credentials?: GitCredentials;
}) {
  const { repositories, host, credentials } = options;
  const config = new ConfigReader({
    labelContract: { gitops: { repositories } },
    integrations: {
      gitea: [{ host, baseUrl: `http://${host}`, ...credentials }],
    },
  });
  const policy = repositoryPolicyFromConfig(config);
  const { auditor, events } = recordingAuditor();
  const push = manifestsPushAction({
    repositories: policy,
    integrations: ScmIntegrations.fromConfig(config),
    auditor,
  });
  const write = manifestsWriteAction({ catalog: catalogServiceMock() });
  return {
    policy,
    events,
    /** Writes the manifests of a service and pushes them, as a template does in two steps. */
    async deliver(
      input: JsonObject,
      more: RunActionOptions & { manifests?: JsonObject } = {},
    ): Promise<ActionRun> {
      const { manifests, ...run } = more;
      const workspacePath = await mkdtemp(join(tmpdir(), 'workspace-'));
      try {
        const { service, team } = input;
        const wrote = await runAction(
          write,
          { namespace: service, service, team, ...manifests },
          { ...run, workspacePath },
        );
        return wrote.error
          ? wrote
          : await runAction(push, input, { ...run, workspacePath });
      } finally {
        await rm(workspacePath, { recursive: true });
      }
    },
  };
}
