import { ControllerRevisionFacts } from '../facts/ControllerRevisionFacts';
import { DaemonSetFacts } from '../facts/DaemonSetFacts';
import { Facts } from '../facts/Facts';
import { PodFacts } from '../facts/PodFacts';
import { StatefulSetFacts } from '../facts/StatefulSetFacts';
import { isBelowPartition, podOfRevision, revisionsOf } from './podAnew';

/**
 * The facts after a StatefulSet or DaemonSet made a revision of its pod template and replaced its pods
 * one by one: all of them, those from its partition on, or with `OnDelete` none.
 */
export function replacePods(
  workload: StatefulSetFacts | DaemonSetFacts,
  others: readonly Facts[],
): Facts[] {
  const revision = nextRevision(workload, revisionsOf(workload, others));
  const hash =
    workload.kind === 'StatefulSet'
      ? revision.name
      : revision.name.slice(workload.name.length + 1);
  const isReplaced = (fact: Facts): fact is PodFacts =>
    fact.kind === 'Pod' &&
    fact.cluster === workload.cluster &&
    fact.controllerUid === workload.uid &&
    workload.updateStrategy === 'RollingUpdate' &&
    !(workload.kind === 'StatefulSet' && isBelowPartition(workload, fact));
  const after = {
    isObserved: true,
    updatedReplicas: replacedBy(workload),
  };
  return [
    workload.kind === 'StatefulSet'
      ? { ...workload, ...after, updateRevision: revision.name }
      : { ...workload, ...after },
    revision,
    ...others.map(fact =>
      isReplaced(fact)
        ? podOfRevision({
            pod: fact,
            templateLabels: workload.templateLabels,
            hash,
          })
        : fact,
    ),
  ];
}

function replacedBy(workload: StatefulSetFacts | DaemonSetFacts): number {
  if (workload.updateStrategy === 'OnDelete') {
    return 0;
  }
  const kept = workload.kind === 'StatefulSet' ? workload.partition ?? 0 : 0;
  return Math.max(0, workload.desiredReplicas - kept);
}

function nextRevision(
  workload: StatefulSetFacts | DaemonSetFacts,
  earlier: readonly ControllerRevisionFacts[],
): ControllerRevisionFacts {
  const number = 1 + Math.max(0, ...earlier.map(each => each.revision ?? 0));
  const times = earlier.flatMap(({ createdAt }) =>
    createdAt === undefined ? [] : Date.parse(createdAt),
  );
  return {
    kind: 'ControllerRevision',
    cluster: workload.cluster,
    namespace: workload.namespace,
    name: `${workload.name}-revision-${number}`,
    uid: `${workload.uid}-revision-${number}`,
    labels: workload.templateLabels,
    controllerUid: workload.uid,
    controllerKind: workload.kind,
    // Where revisions are known by their time alone, it is the latest, and else has the highest number.
    ...(times.length > 0 && {
      createdAt: new Date(Math.max(...times) + 1_000).toISOString(),
    }),
    ...(earlier.every(({ revision }) => revision !== undefined) && {
      revision: number,
    }),
  };
}
