import { WorkloadCheck } from './Rule';

/**
 * Whether anything of a workload has to run, so that it can fail: it is neither scaled to zero, suspended
 * nor completed, its namespace stays, and it is no hook, which is the business of whoever releases.
 */
export function hasToRun({
  workload,
  facts,
}: Pick<WorkloadCheck, 'workload' | 'facts'>): boolean {
  const isHook = workload.facts.kind === 'Job' && workload.facts.isHook;
  return (
    !workload.progress.idle &&
    !isHook &&
    !facts.namespace(workload.facts)?.isTerminating
  );
}
