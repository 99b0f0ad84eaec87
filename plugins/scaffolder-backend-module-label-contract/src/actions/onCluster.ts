import type { AuditorService } from '@backstage/backend-plugin-api';
import type { ClusterAccess } from '@portal-operations/plugin-label-contract-node';
import type { Run } from '../apply/Run';
import { optionalText } from '../input/optionalText';
import { audited } from './audited';
import type { StepOfRun } from './inStep';
import { runOnCluster } from './runOnCluster';
import type { StepContext } from './StepContext';

/** What an action that works on a cluster needs from its host. */
export interface ClusterHost {
  clusters: ClusterAccess;
  auditor: AuditorService;
}

/** Options of {@link onCluster}. */
export interface OnClusterOptions {
  host: ClusterHost;
  ctx: StepContext & { input: { cluster?: string } };
  step: StepOfRun;
  /** What is done, such as `namespace-create`. */
  eventId: string;
  /** What it is done to, besides the cluster; no secrets. */
  meta: Record<string, string | boolean>;
  severityLevel?: 'medium' | 'high';
}

/** Works on the cluster that the input names, and has the audit log know. */
export async function onCluster(
  options: OnClusterOptions,
  work: (run: Run) => Promise<void>,
): Promise<void> {
  const { host, ctx, step, eventId, meta, severityLevel } = options;
  const { clusters, auditor } = host;
  const { cluster } = ctx.input;
  await audited(
    {
      auditor,
      ctx,
      eventId,
      severityLevel,
      meta: { cluster: cluster ?? '', ...meta, dryRun: step.dryRun },
    },
    () =>
      runOnCluster({
        clusters,
        cluster: optionalText(cluster),
        ...step,
        work,
      }),
  );
}
