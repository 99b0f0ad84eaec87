import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ReportReader } from './ReportReader';
import { sentenceOfFinding } from './sentenceOfFinding';

/**
 * What the report of a service says of one of its Deployments: the image that can't be pulled, the quota,
 * the probe. Undefined where it says nothing, or nobody can say: the step has failed already, and a second
 * reason would hide the first.
 */
export async function diagnoseWorkload(options: {
  reports: ReportReader;
  entityRef: string;
  credentials: BackstageCredentials;
  workload: { cluster: string; namespace: string; name: string };
}): Promise<string | undefined> {
  const { reports, entityRef, credentials, workload } = options;
  try {
    const report = await reports.read(entityRef, { credentials });
    const finding = report?.findings.find(
      ({ severity, subject }) =>
        severity === 'error' &&
        subject.kind === 'Deployment' &&
        subject.cluster === workload.cluster &&
        subject.namespace === workload.namespace &&
        subject.name === workload.name,
    );
    return finding && sentenceOfFinding(finding).sentence;
  } catch {
    return undefined;
  }
}
