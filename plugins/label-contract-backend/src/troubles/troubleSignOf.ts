import {
  ContainerFacts,
  Facts,
  PodFacts,
} from '@portal-operations/plugin-label-contract-common';

/** A container that crashed longer ago than this, and runs, has recovered. */
const RECENT_MS = 10 * 60_000;

/** So long a pod may take to get its volumes before somebody asks why. */
const CREATION_PATIENCE_MS = 30_000;

const CREATING = ['ContainerCreating', 'PodInitializing'];

/** Why an object deserves a closer look, and where to look. */
export interface TroubleSign {
  /** Containers whose last lines tell why. */
  readonly containers: readonly ContainerFacts[];
  /** True where only Events tell why. */
  readonly isToldByEvents: boolean;
  /** Another text as soon as something happened that may have another reason. */
  readonly version: string;
}

const toldByEvents: TroubleSign = {
  containers: [],
  isToldByEvents: true,
  version: '',
};

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
    case 'StatefulSet':
    case 'DaemonSet':
      return facts.isObserved && facts.replicas < facts.desiredReplicas
        ? toldByEvents
        : undefined;
    case 'Job': {
      const isOver =
        facts.isSuspended ||
        facts.completedAt !== undefined ||
        facts.failure !== undefined;
      return !isOver && facts.activePods < facts.desiredReplicas
        ? toldByEvents
        : undefined;
    }
    default:
      return undefined;
  }
}

function signOfPod(pod: PodFacts, now: Date): TroubleSign | undefined {
  const { initContainers = [], containers, isDeleting } = pod;
  const all = [...initContainers, ...containers];
  if (isDeleting) {
    return undefined;
  }
  const crashed = all.filter(container => hasCrashed(container, { pod, now }));
  if (crashed.length > 0) {
    return {
      containers: crashed,
      isToldByEvents: false,
      version: crashed
        .map(
          ({ name, lastTermination }) =>
            `${name} ${lastTermination?.finishedAt}`,
        )
        .join(', '),
    };
  }
  const isBeingCreated =
    pod.node !== undefined &&
    all.length > 0 &&
    all.every(({ waitingReason = '' }) => CREATING.includes(waitingReason));
  return isBeingCreated &&
    age(pod.readinessChangedAt, now) >= CREATION_PATIENCE_MS
    ? toldByEvents
    : undefined;
}

function hasCrashed(
  { waitingReason, restartCount, lastTermination }: ContainerFacts,
  { pod, now }: { pod: PodFacts; now: Date },
): boolean {
  if (waitingReason === 'CrashLoopBackOff') {
    return true;
  }
  if (!lastTermination || lastTermination.exitCode === 0) {
    return false;
  }
  // The pod of a Job is not restarted in place, and stays as long as its Job does.
  return pod.controllerKind === 'Job' && pod.phase === 'Failed'
    ? true
    : restartCount > 0 && age(lastTermination.finishedAt, now) < RECENT_MS;
}

/** Milliseconds; not a number where the moment is not known, so that every comparison is false. */
function age(moment: string | undefined, now: Date): number {
  return now.getTime() - Date.parse(moment ?? '');
}
