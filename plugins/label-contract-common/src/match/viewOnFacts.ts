import { CompanionFacts } from '../facts/CompanionFacts';
import { ClusterFacts, Facts } from '../facts/Facts';
import { Labels } from '../facts/ObjectFacts';
import { TroubleFacts } from '../facts/TroubleFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { matchesSelector } from '../selector/matchesSelector';
import { applicationsReaching } from './applicationsReaching';
import { descendantsOf } from './descendantsOf';
import { ControlledFacts, FactsView, Place } from './FactsView';
import { allLevelLabelsOf } from './levelLabelsOf';

/**
 * A view on a handful of facts: each question looks at what it needs of all of them. An index of a
 * whole fleet answers the same questions by look-up tables.
 *
 * @public
 */
export function viewOnFacts(options: {
  facts: readonly Facts[];
  clusters: readonly ClusterFacts[];
  /** By uid. */
  troubles?: Readonly<Record<string, TroubleFacts>>;
}): FactsView {
  const { facts, clusters, troubles = {} } = options;
  const keyOf = ({ cluster, uid }: { cluster: string; uid: string }) =>
    `${cluster}/${uid}`;
  const present = new Set(facts.map(keyOf));
  const controlled = new Map<string, ControlledFacts[]>();
  for (const fact of facts) {
    if (fact.controllerUid !== undefined && isControlled(fact)) {
      const key = keyOf({ cluster: fact.cluster, uid: fact.controllerUid });
      controlled.set(key, [...(controlled.get(key) ?? []), fact]);
    }
  }
  const workloads = facts.filter(
    (fact): fact is WorkloadFacts =>
      isWorkloadKind(fact) &&
      !present.has(
        keyOf({ cluster: fact.cluster, uid: fact.controllerUid ?? '' }),
      ),
  );
  const isIn =
    ({ cluster, namespace }: Place) =>
    (fact: Facts) =>
      fact.cluster === cluster && fact.namespace === namespace;

  const view: FactsView = {
    workloadsMatching: selector =>
      workloads.filter(workload =>
        allLabelsOf(workload, view).some(labels =>
          matchesSelector(labels, selector),
        ),
      ),
    workloadsIn: place => workloads.filter(isIn(place)),
    controlledBy: owner => controlled.get(keyOf(owner)) ?? [],
    companionsIn: place => facts.filter(isIn(place)).filter(isCompanion),
    servicesOn: cluster =>
      facts
        .filter(fact => fact.kind === 'Service')
        .filter(fact => fact.cluster === cluster),
    endpointSlicesIn: place =>
      facts.filter(isIn(place)).filter(fact => fact.kind === 'EndpointSlice'),
    namespace: place =>
      facts
        .filter(fact => fact.kind === 'Namespace')
        .find(
          fact =>
            fact.cluster === place.cluster && fact.name === place.namespace,
        ),
    node: ({ cluster, name }) =>
      facts
        .filter(fact => fact.kind === 'Node')
        .find(fact => fact.cluster === cluster && fact.name === name),
    applicationsReaching: ({ cluster, name }) =>
      applicationsReaching({
        applications: facts
          .filter(fact => fact.kind === 'Application')
          .filter(fact => fact.name === name),
        cluster,
        clusters,
      }),
    troubleOf: ({ uid }) => troubles[uid],
    clusters: () => clusters,
  };
  return view;
}

/**
 * Whether an object is a workload where nothing that is watched controls it.
 *
 * @public
 */
export function isWorkloadKind(fact: Facts): fact is WorkloadFacts {
  switch (fact.kind) {
    case 'Deployment':
    case 'StatefulSet':
    case 'DaemonSet':
    case 'Rollout':
    case 'DeploymentConfig':
    case 'CronJob':
    case 'Job':
    case 'ReplicaSet':
    case 'ReplicationController':
    case 'Pod':
      return true;
    default:
      return false;
  }
}

/**
 * Whether an object is of a kind that stands beside a workload.
 *
 * @public
 */
export function isCompanion(fact: Facts): fact is CompanionFacts {
  switch (fact.kind) {
    case 'Service':
    case 'Ingress':
    case 'Route':
    case 'HorizontalPodAutoscaler':
      return true;
    default:
      return false;
  }
}

/**
 * Whether an object is of a kind that a workload makes.
 *
 * @public
 */
export function isControlled(fact: Facts): fact is ControlledFacts {
  switch (fact.kind) {
    case 'ReplicaSet':
    case 'ReplicationController':
    case 'ControllerRevision':
    case 'Job':
    case 'Pod':
      return true;
    default:
      return false;
  }
}

/**
 * The labels by which an object makes its workload known.
 *
 * @public
 */
export function labelsThatCount(fact: Facts): Labels[] {
  return isWorkloadKind(fact) ? allLevelLabelsOf(fact) : [fact.labels];
}

function allLabelsOf(workload: WorkloadFacts, view: FactsView): Labels[] {
  return [workload, ...descendantsOf(workload, view)].flatMap(labelsThatCount);
}
