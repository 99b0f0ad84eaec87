import {
  ControllerRevisionFacts,
  DaemonSetFacts,
  Labels,
  PodFacts,
  StatefulSetFacts,
} from '@portal-operations/plugin-label-contract-common';
import { FleetWorkload } from '../Fleet';
import {
  creating,
  leftoversOf,
  makePods,
  recovered,
  starting,
} from '../makePod';
import { changePods } from './makeDeployment';
import { settledReplicas, templatedFacts, WorkloadSpec } from './WorkloadSpec';

/** Workloads whose revisions are ControllerRevisions, and that make their pods themselves. */
export type DirectFacts = StatefulSetFacts | DaemonSetFacts;

/**
 * What a StatefulSet or DaemonSet is in the middle of; none of it is an alarm.
 *
 * - `rolling`: one pod of the new revision starts, the others wait for it.
 * - `surging`: as `rolling`, with the new pod beside those that it takes the place of.
 * - `partitioned`: the partition keeps all pods but one at the earlier revision.
 * - `on-delete`: pods of the earlier revision stay until somebody deletes them.
 * - `relabelled`: the earlier revision carries other labels.
 */
export type DirectSituation =
  | 'steady'
  | 'zero'
  | 'rolling'
  | 'surging'
  | 'partitioned'
  | 'on-delete'
  | 'relabelled'
  | 'leftovers'
  | 'recovered'
  | 'starting';

/** Makes a workload of such a kind with its revisions and pods, as the controllers would leave them. */
export function makeStatefulSet(
  spec: WorkloadSpec,
  kind: DirectFacts['kind'],
  situation: DirectSituation,
): FleetWorkload {
  const { labels, earlierLabels: earlier = labels } = spec;
  const replicas = situation === 'zero' ? 0 : spec.replicas;
  const common = {
    ...templatedFacts(spec),
    ...settledReplicas(replicas),
    updateStrategy: 'RollingUpdate',
  } as const;
  const top: DirectFacts =
    kind === 'StatefulSet'
      ? { kind, ...common, updateRevision: nameOfRevision(spec.name, 1) }
      : { kind, ...common };
  const first = makeControllerRevision({ top, number: 1, labels });
  const steady = [first, ...makePodsOf({ top, revision: first, replicas })];

  const earlierRevision = makeControllerRevision({
    top,
    number: 1,
    labels: earlier,
  });
  const newest = makeControllerRevision({ top, number: 2, labels });
  const old = makePodsOf({ top, revision: earlierRevision, replicas });
  const fresh = makePodsOf({ top, revision: newest, replicas });
  const updated =
    kind === 'StatefulSet'
      ? { updateRevision: nameOfRevision(spec.name, 2) }
      : {};

  switch (situation) {
    case 'steady':
      return { top, below: steady, runs: 'healthy' };
    case 'zero':
      return { top, below: steady, runs: 'nothing-running' };
    case 'rolling':
      return {
        top: {
          ...top,
          ...updated,
          updatedReplicas: 1,
          readyReplicas: replicas - 1,
        },
        below: [
          earlierRevision,
          newest,
          // The highest ordinal is replaced first.
          ...old.slice(0, -1),
          ...fresh.slice(-1).map(creating),
        ],
        runs: 'progressing',
      };
    case 'surging':
      return {
        top: {
          ...top,
          ...updated,
          updatedReplicas: 0,
          replicas: replicas + 1,
        },
        below: [
          earlierRevision,
          newest,
          ...old,
          ...fresh.slice(-1).map(creating),
        ],
        runs: 'progressing',
      };
    case 'partitioned':
      return {
        top: {
          ...top,
          ...updated,
          ...(kind === 'StatefulSet' && { partition: replicas - 1 }),
          updatedReplicas: 1,
        },
        below: [
          earlierRevision,
          newest,
          ...old.slice(0, -1),
          ...fresh.slice(-1),
        ],
        runs: 'healthy',
      };
    case 'on-delete':
      return {
        top: {
          ...top,
          ...updated,
          updateStrategy: 'OnDelete' as const,
          updatedReplicas: 0,
        },
        below: [earlierRevision, newest, ...old],
        runs: 'healthy',
      };
    case 'relabelled':
      return {
        top: { ...top, ...updated },
        below: [earlierRevision, newest, ...fresh],
        runs: 'healthy',
      };
    case 'leftovers':
      return {
        top,
        below: [...steady, ...leftoversOf(top, labels)],
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
    default:
      return situation satisfies never;
  }
}

/** The revision of that number, with the labels that the template has in it. */
export function makeControllerRevision(options: {
  top: DirectFacts;
  number: number;
  labels: Labels;
}): ControllerRevisionFacts {
  const { top, number, labels } = options;
  const { cluster, namespace } = top;
  return {
    kind: 'ControllerRevision',
    cluster,
    namespace,
    name: nameOfRevision(top.name, number),
    uid: `${top.uid}-revision-${number}`,
    labels,
    controllerUid: top.uid,
    controllerKind: top.kind,
    revision: number,
  };
}

/** Ready pods of one revision; a StatefulSet writes its whole name on them, a DaemonSet only the end. */
export function makePodsOf(options: {
  top: DirectFacts;
  revision: ControllerRevisionFacts;
  replicas: number;
}): PodFacts[] {
  const { top, revision, replicas } = options;
  const hash =
    top.kind === 'StatefulSet'
      ? revision.name
      : revision.name.slice(top.name.length + 1);
  return makePods({
    owner: top,
    labels: { ...revision.labels, 'controller-revision-hash': hash },
    count: replicas,
  }).map((pod, index) => ({
    ...pod,
    // The ordinals of a StatefulSet begin with 0 and come back, so the uid needs the revision.
    uid: `${pod.uid}-${hash}`,
    name:
      top.kind === 'StatefulSet'
        ? `${top.name}-${index}`
        : `${pod.name}-${hash}`,
  }));
}

/** Revisions are named after their hash; here it is made of the number. */
export function nameOfRevision(name: string, number: number): string {
  return `${name}-r${number}`;
}
