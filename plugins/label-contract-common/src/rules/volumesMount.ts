import { PodFacts } from '../facts/PodFacts';
import { EventFacts } from '../facts/TroubleFacts';
import { ClaimProblem, claimProblemIn } from './claimProblemIn';
import { HealthFinding, VolumeMessageValues } from './Finding';
import { healthFinding, judgedPods } from './healthFinding';
import { Breach, defineWorkloadRule, WorkloadCheck } from './Rule';
import { secondsSince } from './secondsSince';

type VolumeBreach = Breach<Extract<HealthFinding, { rule: 'volumes-mount' }>>;

/** So long a kubelet waits for the volumes of a pod before it says that they are missing. Source:
 * `podAttachAndMountTimeout` of Kubernetes. */
const PATIENCE_SECONDS = 123;

const CREATING = ['ContainerCreating', 'PodInitializing'];
const NOT_MOUNTED = ['FailedMount', 'FailedAttachVolume'];

/** What can only happen once the volumes of a pod are there. */
const MOUNTED = ['Pulling', 'Pulled', 'Created', 'Started'];

/** What a kubelet says each time that it gave up waiting; which volume, and not why. */
const TIMED_OUT = /^Unable to attach or mount volumes/;

const VOLUME = /for volume "([^"]+)"|unmounted volumes=\[([^\]\s,]+)/;
const SOURCE = /\b(secret|configmap) "([^"]+)" not found/i;

/**
 * A pod has its node, and its containers wait for a volume; or it has none, for a volume claim is not
 * bound. Then the scheduler does not even look for a node, so the claim is the cause.
 *
 * @public
 */
export const volumesMount = defineWorkloadRule({
  id: 'volumes-mount',
  description: 'Every volume of a pod can be mounted.',
  verdict: 'health',
  severities: ['error'],
  owners: ['team', 'ops'],
  evidences: ['exact'],
  fixes: ['tell-owner'],
  check(options) {
    return withoutClaim(options) ?? withoutVolume(options);
  },
});

function withoutClaim({ workload }: WorkloadCheck): VolumeBreach | undefined {
  const waiting = judgedPods(workload).flatMap(
    ({ schedulingFailure: words = '' }) => {
      const problem = claimProblemIn(words);
      return problem ? [{ problem, words }] : [];
    },
  );
  if (waiting.length === 0) {
    return undefined;
  }
  const [{ problem, words }] = waiting;
  return {
    rule: 'volumes-mount',
    ...healthFinding(workload),
    ...ownerAndMessage(problem, {
      workload: workload.facts.name,
      pods: waiting.length,
      words,
    }),
  };
}

function ownerAndMessage(
  problem: ClaimProblem,
  values: VolumeMessageValues,
): Pick<VolumeBreach, 'owner' | 'message'> {
  const volume = problem.claim;
  return problem.kind === 'missing'
    ? {
        owner: 'team',
        message: {
          id: 'source-missing',
          values: {
            ...values,
            volume,
            missing: { kind: 'PersistentVolumeClaim', name: problem.claim },
          },
        },
      }
    : {
        owner: 'ops',
        message: { id: 'claim-unbound', values: { ...values, volume } },
      };
}

function withoutVolume(options: WorkloadCheck): VolumeBreach | undefined {
  const { workload } = options;
  const waiting = judgedPods(workload).flatMap(
    pod => mountFailureOf(pod, options) ?? [],
  );
  if (waiting.length === 0) {
    return undefined;
  }
  const [{ reason, message: words }] = waiting;
  const [, named, unmounted] = VOLUME.exec(words) ?? [];
  const missing = missingIn(words);
  return {
    rule: 'volumes-mount',
    ...healthFinding(workload),
    message: {
      id: messageIdOf(reason, missing),
      values: {
        workload: workload.facts.name,
        pods: waiting.length,
        volume: named ?? unmounted,
        missing,
        words,
      },
    },
  };
}

/** What is said of a volume of a pod that waits for it for too long. */
function mountFailureOf(
  pod: PodFacts,
  { workload, facts, now }: WorkloadCheck,
): EventFacts | undefined {
  const isStuck =
    workload.progress.failure !== undefined ||
    secondsSince(pod.readinessChangedAt, now) >= PATIENCE_SECONDS;
  if (!isStuck || !isBeingCreated(pod)) {
    return undefined;
  }
  const events = facts.troubleOf(pod)?.events ?? [];
  const mounted = events.findLastIndex(({ reason }) =>
    MOUNTED.includes(reason),
  );
  const failures = events
    .slice(mounted + 1)
    .filter(({ reason }) => NOT_MOUNTED.includes(reason));
  return (
    failures.findLast(({ message }) => !TIMED_OUT.test(message)) ??
    failures.at(-1)
  );
}

function isBeingCreated({ initContainers = [], containers }: PodFacts) {
  return (
    containers.length > 0 &&
    [...initContainers, ...containers].every(({ waitingReason = '' }) =>
      CREATING.includes(waitingReason),
    )
  );
}

function missingIn(words: string): VolumeMessageValues['missing'] {
  const source = SOURCE.exec(words);
  return (
    (source && {
      kind: source[1].toLowerCase() === 'secret' ? 'Secret' : 'ConfigMap',
      name: source[2],
    }) ??
    undefined
  );
}

function messageIdOf(
  reason: string,
  missing: VolumeMessageValues['missing'],
): VolumeBreach['message']['id'] {
  if (missing) {
    return 'source-missing';
  }
  return reason === 'FailedAttachVolume' ? 'not-attached' : 'not-mounted';
}
