import {
  ContainerFacts,
  PodFacts,
} from '@portal-operations/plugin-label-contract-common';
import { FleetWorkload } from '../fleet/Fleet';
import {
  changePods,
  crashLoop,
  makeRevision,
  minutesAgo,
  withContainers,
} from '../fleet/makeWorkload';
import { changeWorkload, expectFor } from './changeFleet';
import { Mutation } from './Mutation';

/** A workload stops to do what it should. */
function breakWorkload(options: {
  name: string;
  rule: string;
  owner?: 'ops' | 'team';
  change: (workload: FleetWorkload) => FleetWorkload;
}): Mutation {
  const { name, rule, owner = 'team', change } = options;
  return {
    name,
    part: 'health',
    apply({ fleet, target }) {
      const { uid } = target.workload.deployment;
      const workload = fleet.workloads.find(
        ({ deployment }) => deployment.uid === uid,
      );
      if (!workload || workload.runs !== 'healthy') {
        return undefined;
      }
      const claimants = fleet.services.filter(
        service => service.claim === 'sound' && service.workloads.includes(uid),
      );
      return {
        fleet: changeWorkload(fleet, uid, each => ({
          ...change(each),
          runs: 'failing',
        })),
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

/** The containers of the newest pods, changed; `which` are the places of the pods, all if not said. */
function changeContainers(
  workload: FleetWorkload,
  change: (container: ContainerFacts) => ContainerFacts,
  which: (place: number) => boolean = () => true,
): FleetWorkload {
  const newest = workload.revisions.length - 1;
  const revisions = workload.revisions.map((revision, place) =>
    place === newest
      ? changePods(revision, (pod, podPlace) =>
          which(podPlace) && !pod.isDeleting && pod.phase === 'Running'
            ? withContainers(pod, change)
            : pod,
        )
      : revision,
  );
  const readyReplicas = revisions[newest].pods.filter(
    pod => pod.isReady && !pod.isDeleting,
  ).length;
  return {
    ...workload,
    deployment: { ...workload.deployment, readyReplicas },
    revisions,
  };
}

/** A new revision beside the old one, which still serves. */
function addRevision(
  workload: FleetWorkload,
  change: (container: ContainerFacts) => ContainerFacts,
): FleetWorkload {
  const { deployment, revisions } = workload;
  const number = 1 + (revisions.at(-1)?.replicaSet.revision ?? 0);
  const started = makeRevision({
    deployment,
    number,
    labels: deployment.templateLabels,
    pods: 1,
  });
  return {
    ...workload,
    deployment: {
      ...deployment,
      updatedReplicas: 1,
      replicas: deployment.desiredReplicas + 1,
    },
    revisions: [
      ...revisions,
      changePods(started, pod => withContainers(pod, change)),
    ],
  };
}

const notReady = (container: ContainerFacts): ContainerFacts => ({
  ...container,
  isReady: false,
});

const deadline = (workload: FleetWorkload): FleetWorkload => ({
  ...workload,
  deployment: {
    ...workload.deployment,
    progressFailure: 'ProgressDeadlineExceeded',
  },
});

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

/** The newest pods, changed; none of them is ready then. */
function stopPods(
  workload: FleetWorkload,
  change: (pod: PodFacts) => PodFacts,
): FleetWorkload {
  const newest = workload.revisions.length - 1;
  return {
    ...workload,
    deployment: { ...workload.deployment, readyReplicas: 0 },
    revisions: workload.revisions.map((revision, place) =>
      place === newest
        ? changePods(revision, pod =>
            pod.isDeleting || pod.phase !== 'Running'
              ? pod
              : { ...change(pod), isReady: false },
          )
        : revision,
    ),
  };
}

/** The API server refuses to create any pod. */
function refused(workload: FleetWorkload, words: string): FleetWorkload {
  return {
    ...workload,
    deployment: {
      ...workload.deployment,
      updatedReplicas: 0,
      readyReplicas: 0,
      replicas: 0,
      creationFailure: words,
    },
    revisions: workload.revisions.map(revision => ({ ...revision, pods: [] })),
  };
}

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
    change: workload => addRevision(workload, crashLoop),
  }),
  breakWorkload({
    name: 'new revision crashes until the deadline',
    rule: 'container-keeps-running',
    change: workload => deadline(addRevision(workload, crashLoop)),
  }),
  breakWorkload({
    name: 'new revision is not ready before the deadline',
    rule: 'rollout-finishes',
    change: workload => deadline(addRevision(workload, notReady)),
  }),
  breakWorkload({
    name: 'no pod is ready before the deadline',
    rule: 'rollout-finishes',
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
    change: workload =>
      refused(
        workload,
        'pods "app-1" is forbidden: exceeded quota: compute, requested: pods=1, used: pods=9, limited: pods=9',
      ),
  }),
  breakWorkload({
    name: 'pod security refuses the pods',
    rule: 'admission-accepts',
    change: workload =>
      refused(
        workload,
        'pods "app-1" is forbidden: violates PodSecurity "restricted:latest": runAsNonRoot != true',
      ),
  }),
  breakWorkload({
    name: 'admission webhook does not answer',
    rule: 'admission-accepts',
    owner: 'ops',
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
    change: workload =>
      stopPods(workload, pod => ({ ...pod, areContainersReady: true })),
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
];
