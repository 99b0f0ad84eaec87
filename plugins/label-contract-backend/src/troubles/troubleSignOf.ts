import {
  ContainerFacts,
  CronJobFacts,
  Facts,
  PodFacts,
} from '@portal-operations/plugin-label-contract-common';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** A container that crashed longer ago than this, and runs, has recovered. */
const RECENT_MS = 10 * MINUTE_MS;
/** So long a pod may take to get its volumes before somebody asks why. */
const CREATION_PATIENCE_MS = 30 * SECOND_MS;
/** So long an init container may run before somebody asks what it waits for; and when it is asked again. */
const INIT_PATIENCE_MS = [MINUTE_MS, 10 * MINUTE_MS];
/** Most CronJobs run once a day at least: one that did not for longer may have been refused. */
const CRON_PATIENCE_MS = 25 * HOUR_MS;

/** An object that stays in trouble: the Event that says why may come late. */
const EVENT_REREAD_MS = MINUTE_MS;
/** Whether a CronJob is in trouble at all can only be guessed, so it is asked about seldom. */
const CRON_REREAD_MS = 30 * MINUTE_MS;
/** A container that crashes again is not read again before this. */
const LOG_REREAD_MS = 5 * MINUTE_MS;

const CREATING = ['ContainerCreating', 'PodInitializing'];

/** Why an object deserves a closer look, and where to look. */
export interface TroubleSign {
  /** Containers whose last lines tell why. */
  readonly containers: readonly ContainerFacts[];
  /** True where it is the life before that tells why; else the one that goes on. */
  readonly isOver: boolean;
  /** True where only Events tell why. */
  readonly isToldByEvents: boolean;
  /** Another text as soon as something happened that may have another reason. */
  readonly version: string;
  /** When to look again, at the earliest: in any case at Events, and for another version at a log. */
  readonly rereadMs: number;
}

/**
 * What is wrong with an object that its own status does not explain; undefined where nothing is. A
 * Deployment and a ReplicaSet explain themselves, in their conditions.
 */
export function troubleSignOf(
  facts: Facts,
  now: Date,
): TroubleSign | undefined {
  switch (facts.kind) {
    case 'Pod':
      return signOfPod(facts, now);
    case 'CronJob':
      return isOverdue(facts, now) ? toldByEvents(CRON_REREAD_MS) : undefined;
    default:
      return isShortOfPods(facts) ? toldByEvents(EVENT_REREAD_MS) : undefined;
  }
}

/** Whether {@link troubleSignOf} finds anything, now or at a later time. */
export function maySignTrouble(facts: Facts): boolean {
  switch (facts.kind) {
    case 'Pod':
      return (
        !facts.isDeleting &&
        (isInCreation(facts) ||
          runningInits(facts).length > 0 ||
          allContainers(facts).some(
            container =>
              isWaitingToCrash(container) || endedBadly(container, facts),
          ))
      );
    case 'CronJob':
      return !facts.isSuspended;
    default:
      return isShortOfPods(facts);
  }
}

/** Of the kinds that say only by Events why a pod of theirs is refused. */
function isShortOfPods(facts: Facts): boolean {
  switch (facts.kind) {
    case 'StatefulSet':
    case 'DaemonSet':
      return facts.isObserved && facts.replicas < facts.desiredReplicas;
    case 'Job':
      return (
        !facts.isSuspended &&
        facts.completedAt === undefined &&
        facts.failure === undefined &&
        facts.activePods < facts.desiredReplicas
      );
    default:
      return false;
  }
}

/** Nothing but Events tells that the Job of a CronJob is refused; its schedule may be a week as well. */
function isOverdue(cronJob: CronJobFacts, now: Date): boolean {
  const { isSuspended, lastScheduledAt } = cronJob;
  return (
    !isSuspended &&
    (lastScheduledAt === undefined ||
      age(lastScheduledAt, now) >= CRON_PATIENCE_MS)
  );
}

function signOfPod(pod: PodFacts, now: Date): TroubleSign | undefined {
  if (pod.isDeleting) {
    return undefined;
  }
  const crashed = allContainers(pod).filter(
    container =>
      isWaitingToCrash(container) ||
      (endedBadly(container, pod) && isRecent(container, { pod, now })),
  );
  if (crashed.length > 0) {
    return {
      ...toldByLog(crashed),
      isOver: true,
      version: crashed
        .map(
          ({ name, lastTermination }) =>
            `${name} ${lastTermination?.finishedAt}`,
        )
        .join(', '),
    };
  }
  const hanging = runningInits(pod).filter(
    ({ runningSince }) => age(runningSince, now) >= INIT_PATIENCE_MS[0],
  );
  if (hanging.length > 0) {
    return {
      ...toldByLog(hanging),
      isOver: false,
      version: hanging
        .map(({ name, runningSince }) => {
          const asked = INIT_PATIENCE_MS.filter(
            patience => age(runningSince, now) >= patience,
          );
          return `${name} ${runningSince} ${asked.length}`;
        })
        .join(', '),
    };
  }
  return isInCreation(pod) &&
    age(pod.readinessChangedAt, now) >= CREATION_PATIENCE_MS
    ? toldByEvents(EVENT_REREAD_MS)
    : undefined;
}

function toldByLog(containers: readonly ContainerFacts[]) {
  return { containers, isToldByEvents: false, rereadMs: LOG_REREAD_MS };
}

function toldByEvents(rereadMs: number): TroubleSign {
  return {
    containers: [],
    isOver: false,
    isToldByEvents: true,
    version: '',
    rereadMs,
  };
}

function allContainers({ initContainers = [], containers }: PodFacts) {
  return [...initContainers, ...containers];
}

/** Init containers that run and for which the others wait. */
function runningInits({
  initContainers = [],
  containers,
}: PodFacts): ContainerFacts[] {
  return containers.some(
    ({ waitingReason }) => waitingReason === 'PodInitializing',
  )
    ? initContainers.filter(({ runningSince }) => runningSince !== undefined)
    : [];
}

/** On its node, and no container of it has begun. */
function isInCreation(pod: PodFacts): boolean {
  const all = allContainers(pod);
  return (
    pod.node !== undefined &&
    all.length > 0 &&
    all.every(({ waitingReason = '' }) => CREATING.includes(waitingReason))
  );
}

function isWaitingToCrash({ waitingReason }: ContainerFacts): boolean {
  return waitingReason === 'CrashLoopBackOff';
}

/** Whether the last end of a container was a failure of which something is to be told. */
function endedBadly(
  { restartCount, lastTermination }: ContainerFacts,
  pod: PodFacts,
): boolean {
  return (
    lastTermination !== undefined &&
    lastTermination.exitCode !== 0 &&
    (restartCount > 0 || isEndOfJob(pod))
  );
}

function isRecent(
  { lastTermination }: ContainerFacts,
  { pod, now }: { pod: PodFacts; now: Date },
): boolean {
  return isEndOfJob(pod) || age(lastTermination?.finishedAt, now) < RECENT_MS;
}

/** The pod of a Job is not restarted in place, and stays as long as its Job does. */
function isEndOfJob({ controllerKind, phase }: PodFacts): boolean {
  return controllerKind === 'Job' && phase === 'Failed';
}

/** Milliseconds; not a number where the moment is not known, so that every comparison is false. */
function age(moment: string | undefined, now: Date): number {
  return now.getTime() - Date.parse(moment ?? '');
}
