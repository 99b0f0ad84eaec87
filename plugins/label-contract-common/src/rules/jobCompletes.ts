import { CronJobFacts } from '../facts/CronJobFacts';
import { JobFacts } from '../facts/JobFacts';
import { ContainerFacts } from '../facts/PodFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { podsOf } from '../match/descendantsOf';
import { FactsView } from '../match/FactsView';
import { JobMessageValues } from './Finding';
import { healthFinding } from './healthFinding';
import { lastLinesOf } from './lastLinesOf';
import { defineWorkloadRule } from './Rule';

/**
 * What tells one run of a task from the next: a number, a version or a hash, or what Kubernetes adds to
 * a generated name.
 */
const RUN_SUFFIX =
  /-(?:v?\d[\d.-]*|[0-9a-f]{7,10}|[bcdfghjklmnpqrstvwxz2456789]{5})$/;

/**
 * A Job failed for good, or the last run of a CronJob did. A later success of the same task ends it.
 *
 * @public
 */
export const jobCompletes = defineWorkloadRule({
  id: 'job-completes',
  description: 'A Job, and the last run of a CronJob, ends well.',
  verdict: 'health',
  severities: ['error'],
  owners: ['team'],
  evidences: ['exact'],
  fixes: ['tell-owner'],
  check({ workload, facts }) {
    const { facts: task } = workload;
    const failed = failedJobOf(task, facts);
    if (!failed) {
      return undefined;
    }
    return {
      rule: 'job-completes',
      ...healthFinding(workload),
      message: {
        id: task.kind === 'CronJob' ? 'run-failed' : 'job-failed',
        values: {
          workload: task.name,
          job: failed.name,
          reason: failed.failure?.reason,
          words: failed.failure?.message ?? '',
          at: failed.failure?.at,
          ...lastEndOf(failed, facts),
          lastSucceededAt:
            task.kind === 'CronJob' ? task.lastSucceededAt : undefined,
        },
      },
    };
  },
});

/** The Job by which a task fails: itself, or the last run of a CronJob; hooks aside. */
export function failedJobOf(
  task: WorkloadFacts,
  facts: FactsView,
): JobFacts | undefined {
  switch (task.kind) {
    case 'Job':
      return task.failure && !hasSucceededAfter(task, runsBeside(task, facts))
        ? task
        : undefined;
    case 'CronJob':
      return failedRunOf(task, facts);
    default:
      return undefined;
  }
}

function failedRunOf(
  task: CronJobFacts,
  facts: FactsView,
): JobFacts | undefined {
  const runs = [...facts.controlledBy(task)].filter(
    each => each.kind === 'Job',
  );
  const [failed] = runs
    .filter(({ failure, isHook }) => failure && !isHook)
    .sort((a, b) => momentOf(b.failure?.at) - momentOf(a.failure?.at));
  return failed &&
    !hasSucceededAfter(failed, runs) &&
    // The Job that succeeded may be cleaned up already.
    !(momentOf(task.lastSucceededAt) > momentOf(failed.failure?.at))
    ? failed
    : undefined;
}

/** Whether one of these Jobs succeeded after another one had failed, or at least began after it. */
function hasSucceededAfter(
  failed: JobFacts,
  runs: readonly JobFacts[],
): boolean {
  return runs.some(
    ({ completedAt, createdAt }) =>
      completedAt !== undefined &&
      (momentOf(completedAt) > momentOf(failed.failure?.at) ||
        momentOf(createdAt) > momentOf(failed.createdAt)),
  );
}

/** Jobs that look like other runs of the same task: of one place, one owner and one name. */
function runsBeside(job: JobFacts, facts: FactsView): JobFacts[] {
  return [...facts.workloadsIn(job)]
    .filter(each => each.kind === 'Job')
    .filter(
      each =>
        each.controllerUid === job.controllerUid &&
        taskNameOf(each) === taskNameOf(job),
    );
}

function taskNameOf({ name }: JobFacts): string {
  return name.replace(RUN_SUFFIX, '');
}

/** How a container of the newest failed pod of a Job ended, and what it said last. */
function lastEndOf(
  job: JobFacts,
  facts: FactsView,
): Pick<JobMessageValues, 'exitCode' | 'lines'> {
  const [end] = podsOf(job, facts)
    .filter(({ phase }) => phase === 'Failed')
    .flatMap(pod => pod.containers.map(container => ({ pod, container })))
    .filter(({ container }) => container.lastTermination?.exitCode)
    .sort((a, b) => finishedAt(b.container) - finishedAt(a.container));
  return end
    ? {
        exitCode: end.container.lastTermination?.exitCode,
        lines: lastLinesOf({ ...end, facts }),
      }
    : {};
}

function finishedAt({ lastTermination }: ContainerFacts): number {
  return momentOf(lastTermination?.finishedAt);
}

/** Milliseconds; 0, which is before everything, where the moment is not known. */
function momentOf(moment: string | undefined): number {
  return Date.parse(moment ?? '') || 0;
}
