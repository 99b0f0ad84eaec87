import { refOfWorkload } from '../facts/WorkloadRef';
import { WorkloadHint } from '../match/WorkloadHint';
import { WorkloadCheck } from '../rules/Rule';
import { HintReport, NearMissReport, WorkloadReport } from './EntityReport';
import { healthOfWorkload } from './healthOfWorkload';

/** What the report says of a workload that the claim finds. */
export function reportWorkload(
  options: WorkloadCheck & Pick<WorkloadReport, 'hiddenBecause'>,
): WorkloadReport {
  const { facts, levels, progress, manager } = options.workload;
  const { hiddenBecause } = options;
  return {
    ref: refOfWorkload(facts),
    visibility: hiddenBecause ? 'partly' : 'visible',
    ...(hiddenBecause && { hiddenBecause }),
    levels,
    pods: {
      ready: Math.min(progress.ready, progress.desired),
      of: progress.desired,
    },
    health: healthOfWorkload(options),
    ...(manager && { managedBy: manager }),
  };
}

/** What the report says of a workload that the claim should find. */
export function reportNearMiss(options: WorkloadCheck): NearMissReport {
  const { ref, levels, pods, health } = reportWorkload(options);
  const { evidence, signs } = options.workload;
  return { ref, evidence, signs, levels, pods, health };
}

/** What the report says of a workload that may belong to the entity. */
export function reportHint({ facts, signs }: WorkloadHint): HintReport {
  return { ref: refOfWorkload(facts), signs };
}

/** Sorts those with a problem first, then by cluster, namespace and name. */
export function compareWorkloads(a: WorkloadReport, b: WorkloadReport): number {
  const rank = ({ visibility, health }: WorkloadReport) =>
    (visibility === 'visible' ? 2 : 0) + (health === 'failing' ? 0 : 1);
  return (
    rank(a) - rank(b) ||
    a.ref.cluster.localeCompare(b.ref.cluster, 'en') ||
    a.ref.namespace.localeCompare(b.ref.namespace, 'en') ||
    a.ref.name.localeCompare(b.ref.name, 'en') ||
    a.ref.kind.localeCompare(b.ref.kind, 'en')
  );
}
