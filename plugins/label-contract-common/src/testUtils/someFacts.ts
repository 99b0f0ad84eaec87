import { KUBERNETES_ID } from '../annotations';
import { DeploymentFacts } from '../facts/DeploymentFacts';
import { ClusterFacts, Facts, WatchState } from '../facts/Facts';
import { ContainerFacts, PodFacts } from '../facts/PodFacts';
import { ReplicaSetFacts } from '../facts/ReplicaSetFacts';
import { FactsView } from '../match/FactsView';
import { matchesSelector } from '../selector/matchesSelector';

/** The contract label with a value, or no label at all. */
export function labelled(value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [KUBERNETES_ID]: value };
}

/** A Deployment of one ready pod; say only what matters. */
export function aDeployment(
  facts: Partial<DeploymentFacts> & { name: string },
): DeploymentFacts {
  const desiredReplicas = facts.desiredReplicas ?? 1;
  return {
    kind: 'Deployment',
    cluster: 'prod-east',
    namespace: 'payments-team',
    uid: `deployment-${facts.cluster ?? 'prod-east'}-${facts.name}`,
    labels: {},
    templateLabels: {},
    desiredReplicas,
    updatedReplicas: desiredReplicas,
    readyReplicas: desiredReplicas,
    replicas: desiredReplicas,
    isObserved: true,
    isOptedOut: false,
    ...facts,
  };
}

/** One revision of a Deployment. */
export function aReplicaSet(
  deployment: DeploymentFacts,
  facts: Partial<ReplicaSetFacts> = {},
): ReplicaSetFacts {
  const revision = facts.revision ?? 1;
  return {
    kind: 'ReplicaSet',
    cluster: deployment.cluster,
    namespace: deployment.namespace,
    name: `${deployment.name}-${revision}`,
    uid: `${deployment.uid}-${revision}`,
    labels: deployment.templateLabels,
    templateLabels: deployment.templateLabels,
    controllerUid: deployment.uid,
    desiredReplicas: deployment.desiredReplicas,
    revision,
    ...facts,
  };
}

/** One pod of a ReplicaSet, ready. */
export function aPod(
  replicaSet: ReplicaSetFacts,
  facts: Partial<PodFacts> = {},
): PodFacts {
  const name = facts.name ?? `${replicaSet.name}-a`;
  return {
    kind: 'Pod',
    cluster: replicaSet.cluster,
    namespace: replicaSet.namespace,
    name,
    uid: `pod-${replicaSet.cluster}-${name}`,
    labels: replicaSet.templateLabels,
    controllerUid: replicaSet.uid,
    phase: 'Running',
    isReady: true,
    isDeleting: false,
    containers: [{ name: 'main', isReady: true, restartCount: 0 }],
    ...facts,
  };
}

/** One container that runs and is ready; say only what matters. */
export function aContainer(
  facts: Partial<ContainerFacts> = {},
): ContainerFacts {
  return { name: 'main', isReady: true, restartCount: 0, ...facts };
}

/** A Deployment with its revision and pod, all levels labelled alike. */
export function aHealthyWorkload(
  name: string,
  value: string,
  facts: Partial<DeploymentFacts> = {},
): Facts[] {
  const deployment = aDeployment({
    name,
    labels: labelled(value),
    templateLabels: labelled(value),
    ...facts,
  });
  const replicaSet = aReplicaSet(deployment);
  return [deployment, replicaSet, aPod(replicaSet)];
}

/** A cluster whose watches are all in one state; live where not said. */
export function aCluster(
  name: string,
  state: WatchState = { kind: 'live', asOf: '2026-01-01T10:00:00Z' },
  others: Partial<ClusterFacts['watches']> = {},
): ClusterFacts {
  return {
    name,
    watches: { Deployment: state, ReplicaSet: state, Pod: state, ...others },
  };
}

/** The plainest view on facts there is: it looks at each. */
export function someFacts(options: {
  facts?: readonly Facts[];
  clusters?: readonly ClusterFacts[];
}): FactsView {
  const { facts = [], clusters = [aCluster('prod-east')] } = options;
  const replicaSetsOf = (deployment: DeploymentFacts) =>
    facts.filter(
      (fact): fact is ReplicaSetFacts =>
        fact.kind === 'ReplicaSet' && fact.controllerUid === deployment.uid,
    );
  const podsOf = (replicaSet: ReplicaSetFacts) =>
    facts.filter(
      (fact): fact is PodFacts =>
        fact.kind === 'Pod' && fact.controllerUid === replicaSet.uid,
    );

  return {
    workloadsMatching: selector =>
      facts.filter((fact): fact is DeploymentFacts => {
        if (fact.kind !== 'Deployment') {
          return false;
        }
        const replicaSets = replicaSetsOf(fact);
        return [
          fact.labels,
          fact.templateLabels,
          ...replicaSets.map(set => set.templateLabels),
          ...replicaSets.flatMap(podsOf).map(pod => pod.labels),
        ].some(labels => matchesSelector(labels, selector));
      }),
    workloadsIn: place =>
      facts.filter(
        (fact): fact is DeploymentFacts =>
          fact.kind === 'Deployment' &&
          fact.cluster === place.cluster &&
          fact.namespace === place.namespace,
      ),
    replicaSetsOf,
    podsOf,
    clusters: () => clusters,
  };
}
