import { JobFacts } from '../facts/JobFacts';
import { EventFacts } from '../facts/TroubleFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { podsOf } from '../match/descendantsOf';
import { progressOf } from '../match/WorkloadProgress';
import { WorkloadCheck } from './Rule';
import { secondsSince } from './secondsSince';

/** So long Kubernetes itself keeps an Event (`--event-ttl` of its API server). */
const EVENT_LIFETIME_SECONDS = 3_600;

/**
 * The API server's words where it refused to create what a workload asks for. Deployments and
 * ReplicaSets have them in a condition; StatefulSets, DaemonSets, Jobs and CronJobs say them in Events
 * only (measured on Kubernetes 1.36). Those outlast the trouble, so they count while pods are missing.
 */
export function creationFailureOf(options: WorkloadCheck): string | undefined {
  const { workload, facts, now } = options;
  if (workload.creationFailure !== undefined) {
    return workload.creationFailure;
  }
  return [workload.facts, ...runsOf(options)]
    .flatMap(owner =>
      (facts.troubleOf(owner)?.events ?? []).filter(
        event =>
          event.reason === 'FailedCreate' &&
          secondsSince(event.lastSeenAt, now) < EVENT_LIFETIME_SECONDS &&
          isStillMissing({ owner, event, options }),
      ),
    )
    .at(-1)?.message;
}

/** The Jobs of a CronJob, which ask for pods of their own. */
function runsOf({ workload, facts }: WorkloadCheck): JobFacts[] {
  return workload.facts.kind === 'CronJob'
    ? [...facts.controlledBy(workload.facts)].filter(
        each => each.kind === 'Job',
      )
    : [];
}

/** Whether what could not be created then is not there now: a Job of a CronJob, or pods. */
function isStillMissing({
  owner,
  event,
  options,
}: {
  owner: WorkloadFacts;
  event: EventFacts;
  options: WorkloadCheck;
}): boolean {
  if (owner.kind === 'CronJob') {
    return runsOf(options).every(
      run =>
        Date.parse(run.createdAt ?? '') <= Date.parse(event.lastSeenAt ?? ''),
    );
  }
  const pods = podsOf(owner, options.facts).filter(
    ({ isDeleting, phase }) =>
      !isDeleting && phase !== 'Succeeded' && phase !== 'Failed',
  );
  return pods.length < progressOf(owner).desired;
}
