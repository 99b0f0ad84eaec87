import {
  DeploymentConfigFacts,
  DeploymentFacts,
  Labels,
  PodFacts,
  ReplicaSetFacts,
  RolloutFacts,
} from '@portal-operations/plugin-label-contract-common';
import { FleetWorkload } from '../Fleet';
import {
  crashLoop,
  creating,
  leftoversOf,
  makePods,
  recovered,
  starting,
  withContainers,
} from '../makePod';
import { settledReplicas, templatedFacts, WorkloadSpec } from './WorkloadSpec';

/** Workloads that make pods by way of ReplicaSets, or of what came before them. */
export type RevisedFacts =
  | DeploymentFacts
  | RolloutFacts
  | DeploymentConfigFacts;

/**
 * What a Deployment, Rollout or DeploymentConfig is in the middle of; none of it is an alarm.
 *
 * - `rolling`: a new revision starts, with a surge pod.
 * - `replacing`: a new revision takes the place of pods that crash.
 * - `paused`: somebody halted a rollout, whose labels are the same.
 * - `relabelled`: earlier revisions at zero carry other labels.
 * - `leftovers`: pods that are being deleted, evicted or completed, beside those that count.
 * - `recovered`: a container crashed some time ago and runs since.
 * - `starting`: a pod that has not passed its readiness probe yet.
 * - `ending`: its namespace is being deleted, and the API server refuses new pods for that.
 */
export type DeploymentSituation =
  | 'steady'
  | 'zero'
  | 'rolling'
  | 'replacing'
  | 'paused'
  | 'relabelled'
  | 'leftovers'
  | 'recovered'
  | 'starting'
  | 'ending';

/** Makes a workload of such a kind with its revisions and pods, as the controllers would leave them. */
export function makeDeployment(
  spec: WorkloadSpec,
  kind: RevisedFacts['kind'],
  situation: DeploymentSituation,
): FleetWorkload {
  const { labels, earlierLabels: earlier = labels } = spec;
  const replicas = situation === 'zero' ? 0 : spec.replicas;
  const top: RevisedFacts = {
    kind,
    ...templatedFacts(spec),
    ...settledReplicas(replicas),
  };
  const revision = (
    number: number,
    options: { labels?: Labels; pods: number },
  ) => makeRevision({ top, number, labels, ...options });
  const steady = revision(1, { pods: replicas });
  const creationFailure = `pods "${spec.name}" is forbidden: unable to create new content in namespace ${spec.namespace} because it is being terminated`;

  switch (situation) {
    case 'steady':
      return { top, below: steady, runs: 'healthy' };
    case 'zero':
      return { top, below: steady, runs: 'nothing-running' };
    case 'rolling':
    case 'replacing': {
      const crashes = situation === 'replacing';
      const old = revision(1, { labels: earlier, pods: replicas });
      return {
        top: {
          ...top,
          updatedReplicas: 1,
          readyReplicas: crashes ? 0 : replicas,
          replicas: replicas + 1,
        },
        below: [
          ...changePods(old, pod =>
            crashes ? withContainers(pod, crashLoop) : pod,
          ),
          ...changePods(revision(2, { pods: 1 }), creating),
        ],
        runs: 'progressing',
      };
    }
    case 'paused':
      return {
        top: {
          ...top,
          isPaused: true,
          updatedReplicas: 1,
          replicas: replicas + 1,
        },
        below: [
          ...revision(1, { pods: replicas }),
          ...revision(2, { pods: 1 }),
        ],
        runs: 'healthy',
      };
    case 'relabelled':
      return {
        top,
        below: [
          ...revision(1, { labels: earlier, pods: 0 }),
          ...revision(2, { pods: replicas }),
        ],
        runs: 'healthy',
      };
    case 'leftovers':
      return {
        top,
        below: [...steady, ...leftoversOf(steady[0], labels)],
        runs: 'healthy',
      };
    case 'recovered':
      return { top, below: changePods(steady, recovered), runs: 'healthy' };
    case 'starting':
      return {
        top: { ...top, readyReplicas: 0 },
        below: changePods(steady, starting),
        runs: 'progressing',
      };
    case 'ending':
      return {
        top: {
          ...top,
          updatedReplicas: 0,
          readyReplicas: 0,
          replicas: 0,
          ...(kind === 'Deployment' && { creationFailure }),
        },
        below: changePods(steady, pod => ({ ...pod, isDeleting: true })),
        runs: 'progressing',
      };
    default:
      return situation satisfies never;
  }
}

/** One revision with ready pods: the ReplicaSet comes first. */
export function makeRevision(options: {
  top: RevisedFacts;
  number: number;
  labels: Labels;
  pods: number;
}): [ReplicaSetFacts, ...PodFacts[]] {
  const { top, number, labels, pods } = options;
  const { cluster, namespace } = top;
  const owner: ReplicaSetFacts = {
    kind:
      top.kind === 'DeploymentConfig' ? 'ReplicationController' : 'ReplicaSet',
    cluster,
    namespace,
    name: `${top.name}-${number}`,
    uid: `${top.uid}-${number}`,
    labels,
    templateLabels: labels,
    controllerUid: top.uid,
    controllerKind: top.kind,
    revision: number,
    desiredReplicas: pods,
    readyReplicas: pods,
    isOptedOut: false,
  };
  return [owner, ...makePods({ owner, labels, count: pods })];
}

/** The pods among some objects, changed. */
export function changePods<T extends { readonly kind: string }>(
  objects: readonly (T | PodFacts)[],
  change: (pod: PodFacts, index: number) => PodFacts,
): (T | PodFacts)[] {
  let index = 0;
  return objects.map(each =>
    isPod(each) ? change(each, (index += 1) - 1) : each,
  );
}

function isPod(facts: { readonly kind: string }): facts is PodFacts {
  return facts.kind === 'Pod';
}
