import {
  ContainerFacts,
  Facts,
  PodFacts,
  TroubleFacts,
  WatchedKind,
  WorkloadKind,
} from '@portal-operations/plugin-label-contract-common';
import { Fleet, FleetWorkload, minutesAgo } from '../fleet/Fleet';
import { changePods, makeRevision } from '../fleet/kinds/makeDeployment';
import { makeRunOf } from '../fleet/kinds/makeJob';
import { isKnown, withoutKind } from '../fleet/makeCluster';
import { crashLoop, creating, ended, withContainers } from '../fleet/makePod';
import {
  changeRunningPods,
  changeWorkload,
  expectFor,
  isOfKind,
  runningPodsOf,
} from './changeFleet';
import { Mutation } from './Mutation';

/** Kinds that keep several revisions side by side. */
const REVISED: readonly WorkloadKind[] = [
  'Deployment',
  'Rollout',
  'DeploymentConfig',
];

/** Kinds whose status says nothing of pods that are refused. */
const SILENT: readonly WorkloadKind[] = ['StatefulSet', 'DaemonSet'];

/** A workload stops to do what it should. */
function breakWorkload(options: {
  name: string;
  rule: string;
  owner?: 'ops' | 'team';
  /** Kinds to which that happens; all that have pods where not said. */
  kinds?: readonly WorkloadKind[];
  /** Kind without which nobody could say so. */
  needs?: WatchedKind;
  change: (workload: FleetWorkload) => FleetWorkload;
  /** What happens beside it. */
  around?: (fleet: Fleet, workload: FleetWorkload) => Fleet;
}): Mutation {
  const { name, rule, owner = 'team', kinds, change, around, needs } = options;
  return {
    name,
    part: 'health',
    apply({ fleet, target }) {
      const { uid } = target.workload.top;
      const workload = fleet.workloads.find(({ top }) => top.uid === uid);
      const cluster = fleet.clusters.find(
        each => each.name === workload?.top.cluster,
      );
      const isSuitable =
        workload?.runs === 'healthy' &&
        (!needs || (cluster && isKnown(cluster, needs))) &&
        (kinds
          ? isOfKind(workload, ...kinds)
          : runningPodsOf(workload).length > 0);
      if (!workload || !isSuitable) {
        return undefined;
      }
      const claimants = fleet.services.filter(
        service => service.claim === 'sound' && service.workloads.includes(uid),
      );
      const broken = changeWorkload(fleet, uid, each => ({
        ...recounted(change(each)),
        runs: 'failing',
      }));
      return {
        fleet: around ? around(broken, workload) : broken,
        expected: expectFor(claimants, {
          rule,
          subject: uid,
          severity: 'error',
          evidence: 'exact',
          owner,
        }),
      };
    },
  };
}

/** What controllers say of ready pods follows from the pods. */
function recounted(workload: FleetWorkload): FleetWorkload {
  const ready = runningPodsOf(workload).filter(({ isReady }) => isReady);
  const count = <T extends Facts>(facts: T, isTop: boolean): T =>
    'readyReplicas' in facts
      ? {
          ...facts,
          readyReplicas: ready.filter(
            pod => isTop || pod.controllerUid === facts.uid,
          ).length,
        }
      : facts;
  return {
    ...workload,
    top: count(workload.top, true),
    below: workload.below.map(each => count(each, false)),
  };
}

/** The containers of pods that run, changed; `which` are the places of the pods, all if not said. */
function changeContainers(
  workload: FleetWorkload,
  change: (container: ContainerFacts) => ContainerFacts,
  which: (place: number) => boolean = () => true,
): FleetWorkload {
  return changeRunningPods(workload, (pod, place) =>
    which(place) ? withContainers(pod, change) : pod,
  );
}

/** A new revision beside the old one, which still serves. */
function addRevision(
  workload: FleetWorkload,
  change: (container: ContainerFacts) => ContainerFacts,
): FleetWorkload {
  const { top, below } = workload;
  if (
    top.kind !== 'Deployment' &&
    top.kind !== 'Rollout' &&
    top.kind !== 'DeploymentConfig'
  ) {
    return workload;
  }
  const started = makeRevision({
    top,
    // Further than any revision there is.
    number: 9,
    labels: top.templateLabels,
    pods: 1,
  });
  return {
    ...workload,
    top: {
      ...top,
      isPaused: false,
      updatedReplicas: 1,
      replicas: top.desiredReplicas + 1,
    },
    below: [
      ...below,
      ...changePods(started, pod => withContainers(pod, change)),
    ],
  };
}

const notReady = (container: ContainerFacts): ContainerFacts => ({
  ...container,
  isReady: false,
});

const deadline = (workload: FleetWorkload): FleetWorkload => {
  const { top } = workload;
  return top.kind === 'Deployment' ||
    top.kind === 'Rollout' ||
    top.kind === 'DeploymentConfig'
    ? {
        ...workload,
        top: { ...top, progressFailure: 'ProgressDeadlineExceeded' },
      }
    : workload;
};

/** A container that ended so many minutes ago with an error, and runs again. */
function restarted(
  minutes: number,
  exitCode: number,
): (container: ContainerFacts) => ContainerFacts {
  return container => ({
    ...container,
    restartCount: 1,
    lastTermination: {
      exitCode,
      reason: 'Error',
      finishedAt: minutesAgo(minutes),
    },
  });
}

/** A container that waits for a reason that Kubernetes names. */
function waiting(
  waitingReason: string,
  waitingMessage: string,
): (container: ContainerFacts) => ContainerFacts {
  return container => ({
    ...container,
    isReady: false,
    waitingReason,
    waitingMessage,
  });
}

/** Ended for its use of memory, two minutes ago. */
const outOfMemory = (container: ContainerFacts): ContainerFacts => ({
  ...container,
  restartCount: 2,
  lastTermination: {
    exitCode: 137,
    reason: 'OOMKilled',
    finishedAt: minutesAgo(2),
  },
});

const notPulled = waiting(
  'ImagePullBackOff',
  'Back-off pulling image "example.com/app:1"',
);

/** The pods that run, changed; none of them is ready then. */
function stopPods(
  workload: FleetWorkload,
  change: (pod: PodFacts) => PodFacts,
): FleetWorkload {
  return changeRunningPods(workload, pod => ({
    ...change(pod),
    isReady: false,
  }));
}

/** The API server refuses to create any pod, and the Deployment says so. */
function refused(workload: FleetWorkload, words: string): FleetWorkload {
  const { top } = workload;
  return {
    ...withoutPods(workload),
    top: {
      ...top,
      ...(isOfKind(workload, ...REVISED, ...SILENT) && {
        updatedReplicas: 0,
        replicas: 0,
      }),
      ...(top.kind === 'Deployment' && { creationFailure: words }),
    },
  };
}

/** The API server refuses to create any pod, and only an Event says so. */
function refusedSilently(
  workload: FleetWorkload,
  words: string,
): FleetWorkload {
  return {
    ...refused(workload, words),
    troubles: {
      [workload.top.uid]: withEvent('FailedCreate', `create Pod: ${words}`),
    },
  };
}

function withoutPods(workload: FleetWorkload): FleetWorkload {
  return {
    ...workload,
    below: workload.below.filter(({ kind }) => kind !== 'Pod'),
  };
}

function withEvent(reason: string, message: string): TroubleFacts {
  return {
    events: [{ reason, message, lastSeenAt: minutesAgo(1) }],
    logLines: {},
  };
}

/** The same was read once of every pod that runs. */
function withTroubles(
  workload: FleetWorkload,
  trouble: TroubleFacts,
): FleetWorkload {
  return {
    ...workload,
    troubles: Object.fromEntries(
      runningPodsOf(workload).map(({ uid }) => [uid, trouble]),
    ),
  };
}

/** A pod whose containers wait for a volume. */
function waitForVolume(pod: PodFacts): PodFacts {
  return {
    ...creating(pod),
    initContainers: undefined,
    readinessChangedAt: minutesAgo(15),
  };
}

/** All containers crash again and again, and that is what they say. */
function crashSaying(
  workload: FleetWorkload,
  lines: readonly string[],
): FleetWorkload {
  return withTroubles(changeContainers(workload, crashLoop), {
    events: [],
    logLines: { main: lines },
  });
}

/** The newest run of a CronJob has failed, after everything that there is of it. */
function runThatFails(workload: FleetWorkload, minutes: number): FleetWorkload {
  const { top, below } = workload;
  if (top.kind !== 'CronJob') {
    return workload;
  }
  const [job, ...pods] = makeRunOf({ top, number: 9, how: 'failed' });
  const isOver = below.filter(
    each => each.kind !== 'Job' || each.activePods === 0,
  );
  return {
    ...workload,
    top: {
      ...top,
      lastScheduledAt: minutesAgo(minutes + 1),
      ...(top.lastSucceededAt && { lastSucceededAt: minutesAgo(79) }),
    },
    below: [
      ...isOver,
      {
        ...job,
        createdAt: minutesAgo(minutes + 1),
        failure: { ...job.failure, at: minutesAgo(minutes) },
      },
      ...pods,
    ],
  };
}

/** A Job that nothing controls has used up all its tries. */
function failJob(workload: FleetWorkload): FleetWorkload {
  const { top, below } = workload;
  return top.kind === 'Job'
    ? {
        ...workload,
        top: {
          ...top,
          activePods: 0,
          failure: { reason: 'BackoffLimitExceeded', at: minutesAgo(4) },
        },
        below: changePods(below, pod => ended(pod, 'Failed')),
      }
    : workload;
}

/** Name of a node that does not answer any more. */
const LOST = 'node-9';

/** Name of a Service without which something does not run. */
const NEEDED = 'orders-db';

const REFUSED_BY_QUOTA =
  'pods "app-1" is forbidden: exceeded quota: compute, requested: pods=1, used: pods=9, limited: pods=9';

const REFUSED_BY_POD_SECURITY =
  'pods "app-1" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true';

/** Breaks of what runs. */
export const healthMutations: readonly Mutation[] = [
  breakWorkload({
    name: 'all pods in CrashLoopBackOff',
    rule: 'container-keeps-running',
    change: workload => changeContainers(workload, crashLoop),
  }),
  breakWorkload({
    name: 'one pod in CrashLoopBackOff',
    rule: 'container-keeps-running',
    change: workload =>
      changeContainers(workload, crashLoop, place => place === 0),
  }),
  breakWorkload({
    name: 'crashed three minutes ago, runs again',
    rule: 'container-keeps-running',
    change: workload => changeContainers(workload, restarted(3, 1)),
  }),
  breakWorkload({
    name: 'killed nine minutes ago, runs again',
    rule: 'container-keeps-running',
    change: workload => changeContainers(workload, restarted(9, 143)),
  }),
  breakWorkload({
    name: 'new revision crashes, the old one still serves',
    rule: 'container-keeps-running',
    kinds: REVISED,
    change: workload => addRevision(workload, crashLoop),
  }),
  breakWorkload({
    name: 'new revision crashes until the deadline',
    rule: 'container-keeps-running',
    kinds: REVISED,
    change: workload => deadline(addRevision(workload, crashLoop)),
  }),
  breakWorkload({
    name: 'new revision is not ready before the deadline',
    rule: 'rollout-finishes',
    kinds: REVISED,
    change: workload => deadline(addRevision(workload, notReady)),
  }),
  breakWorkload({
    name: 'no pod is ready before the deadline',
    rule: 'rollout-finishes',
    kinds: REVISED,
    change: workload => deadline(changeContainers(workload, notReady)),
  }),
  breakWorkload({
    name: 'image is not pulled',
    rule: 'image-pullable',
    change: workload => changeContainers(workload, notPulled),
  }),
  breakWorkload({
    name: 'image of the new revision is not pulled until the deadline',
    rule: 'image-pullable',
    kinds: REVISED,
    change: workload => deadline(addRevision(workload, notPulled)),
  }),
  breakWorkload({
    name: 'image has no legal name',
    rule: 'image-pullable',
    change: workload =>
      changeContainers(
        workload,
        waiting('InvalidImageName', 'couldn\'t parse image name "App:1"'),
      ),
  }),
  breakWorkload({
    name: 'Secret is missing',
    rule: 'configuration-exists',
    change: workload =>
      changeContainers(
        workload,
        waiting('CreateContainerConfigError', 'secret "token" not found'),
      ),
  }),
  breakWorkload({
    name: 'no node has room',
    rule: 'pods-schedulable',
    owner: 'ops',
    change: workload =>
      stopPods(workload, pod => ({
        ...pod,
        phase: 'Pending',
        containers: [],
        schedulingFailure: '0/3 nodes are available: 3 Insufficient memory.',
      })),
  }),
  breakWorkload({
    name: 'quota is used up',
    rule: 'quota-suffices',
    owner: 'ops',
    kinds: ['Deployment'],
    change: workload => refused(workload, REFUSED_BY_QUOTA),
  }),
  breakWorkload({
    name: 'pod security refuses the pods',
    rule: 'admission-accepts',
    kinds: ['Deployment'],
    change: workload => refused(workload, REFUSED_BY_POD_SECURITY),
  }),
  breakWorkload({
    name: 'admission webhook does not answer',
    rule: 'admission-accepts',
    owner: 'ops',
    kinds: ['Deployment'],
    change: workload =>
      refused(
        workload,
        'Internal error occurred: failed calling webhook "policy.example.com": context deadline exceeded',
      ),
  }),
  breakWorkload({
    name: 'init container crashes',
    rule: 'init-containers-finish',
    change: workload =>
      stopPods(workload, pod => ({
        ...pod,
        phase: 'Pending',
        initContainers: [
          crashLoop({ name: 'prepare', isReady: false, restartCount: 0 }),
        ],
        containers: pod.containers.map(container => ({
          ...container,
          isReady: false,
          waitingReason: 'PodInitializing',
        })),
      })),
  }),
  breakWorkload({
    name: 'out of memory, runs again',
    rule: 'memory-suffices',
    change: workload => changeContainers(workload, outOfMemory),
  }),
  breakWorkload({
    name: 'out of memory again and again',
    rule: 'memory-suffices',
    change: workload =>
      changeContainers(workload, container =>
        outOfMemory(crashLoop(container)),
      ),
  }),
  breakWorkload({
    name: 'readiness probe fails since the start',
    rule: 'probes-pass',
    change: workload =>
      changeContainers(workload, container => ({
        ...container,
        isReady: false,
        runningSince: minutesAgo(20),
        readinessAllowanceSeconds: 40,
      })),
  }),
  breakWorkload({
    name: 'node is lost',
    rule: 'node-serves-pods',
    owner: 'ops',
    change: workload => stopPods(workload, pod => ({ ...pod, node: LOST })),
    around: (fleet, { top }) => ({
      ...fleet,
      bystanders: [
        ...fleet.bystanders,
        {
          kind: 'Node',
          cluster: top.cluster,
          namespace: '',
          name: LOST,
          uid: `${top.cluster}/${LOST}`,
          labels: {},
          ready: 'Unknown',
        },
      ],
    }),
  }),
  breakWorkload({
    name: 'node is lost, and Nodes are not read',
    rule: 'node-serves-pods',
    owner: 'ops',
    change: workload =>
      stopPods(workload, pod => ({ ...pod, areContainersReady: true })),
    around: (fleet, { top }) => ({
      ...fleet,
      clusters: fleet.clusters.map(cluster =>
        cluster.name === top.cluster ? withoutKind(cluster, 'Node') : cluster,
      ),
      bystanders: fleet.bystanders.filter(
        ({ kind, cluster }) => kind !== 'Node' || cluster !== top.cluster,
      ),
    }),
  }),
  breakWorkload({
    name: 'readiness gate stays closed',
    rule: 'node-serves-pods',
    change: workload =>
      stopPods(workload, pod => ({
        ...pod,
        areContainersReady: true,
        readinessChangedAt: minutesAgo(15),
        closedReadinessGates: ['example.com/load-balancer'],
      })),
  }),
  breakWorkload({
    name: 'quota is used up, and only an Event says so',
    rule: 'quota-suffices',
    owner: 'ops',
    kinds: SILENT,
    change: workload => refusedSilently(workload, REFUSED_BY_QUOTA),
  }),
  breakWorkload({
    name: 'pod security refuses the pods, and only an Event says so',
    rule: 'admission-accepts',
    kinds: SILENT,
    change: workload => refusedSilently(workload, REFUSED_BY_POD_SECURITY),
  }),
  breakWorkload({
    name: 'volume is not mounted, for its Secret is missing',
    rule: 'volumes-mount',
    change: workload =>
      stopPods(
        withTroubles(
          workload,
          withEvent(
            'FailedMount',
            'MountVolume.SetUp failed for volume "tls" : secret "tls" not found',
          ),
        ),
        waitForVolume,
      ),
  }),
  breakWorkload({
    name: 'volume is not attached',
    rule: 'volumes-mount',
    change: workload =>
      stopPods(
        withTroubles(
          workload,
          withEvent(
            'FailedAttachVolume',
            'AttachVolume.Attach failed for volume "pvc-1" : rpc error: code = NotFound',
          ),
        ),
        waitForVolume,
      ),
  }),
  breakWorkload({
    name: 'volume claim is not bound',
    rule: 'volumes-mount',
    owner: 'ops',
    change: workload =>
      stopPods(workload, pod => ({
        ...pod,
        phase: 'Pending',
        node: undefined,
        containers: [],
        schedulingFailure:
          '0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims.',
      })),
  }),
  breakWorkload({
    name: 'Ticket 2: crashes, for the Service that it needs does not exist',
    rule: 'dependency-exists',
    needs: 'Service',
    change: workload =>
      crashSaying(workload, [
        `Error: getaddrinfo ENOTFOUND ${NEEDED}.${workload.top.namespace}.svc.cluster.local`,
      ]),
  }),
  breakWorkload({
    name: 'crashes, for the Service that it needs leads to nobody',
    rule: 'dependency-exists',
    needs: 'Service',
    change: workload =>
      crashSaying(workload, [
        `Error: connect ECONNREFUSED ${NEEDED}.${workload.top.namespace}:5432`,
      ]),
    around: (fleet, { top }) => ({
      ...fleet,
      bystanders: [
        ...fleet.bystanders,
        {
          kind: 'Service',
          cluster: top.cluster,
          namespace: top.namespace,
          name: NEEDED,
          uid: `${top.uid}/needed`,
          labels: {},
          selector: { app: NEEDED },
          clusterIps: ['10.0.0.9'],
          ports: [5432],
        },
      ],
    }),
  }),
  breakWorkload({
    name: 'crashes, for a host outside of the cluster',
    rule: 'container-keeps-running',
    change: workload =>
      crashSaying(workload, ['Error: getaddrinfo ENOTFOUND db.example.com']),
  }),
  breakWorkload({
    name: 'the last run of a CronJob failed',
    rule: 'job-completes',
    kinds: ['CronJob'],
    change: workload => runThatFails(workload, 4),
  }),
  breakWorkload({
    name: 'a Job failed for good',
    rule: 'job-completes',
    kinds: ['Job'],
    change: failJob,
  }),
];
