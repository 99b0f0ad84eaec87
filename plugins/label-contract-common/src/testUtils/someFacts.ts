import { KUBERNETES_ID } from '../annotations';
import { DeploymentFacts } from '../facts/DeploymentFacts';
import { ClusterFacts, Facts, WatchState } from '../facts/Facts';
import { ContainerFacts, PodFacts } from '../facts/PodFacts';
import { ReplicaSetFacts } from '../facts/ReplicaSetFacts';
import { TemplatedFacts } from '../facts/TemplatedFacts';
import { TroubleFacts } from '../facts/TroubleFacts';
import { WorkloadKind } from '../facts/WorkloadFacts';
import { WATCHED_KINDS } from '../gates/watchedApis';
import { FactsView } from '../match/FactsView';
import { viewOnFacts } from '../match/viewOnFacts';

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
    controllerKind: deployment.kind,
    desiredReplicas: deployment.desiredReplicas,
    readyReplicas: deployment.desiredReplicas,
    isOptedOut: false,
    revision,
    ...facts,
  };
}

/** One pod of a ReplicaSet, or of whatever else makes pods; ready. */
export function aPod(
  owner: TemplatedFacts & { readonly kind: WorkloadKind },
  facts: Partial<PodFacts> = {},
): PodFacts {
  const name = facts.name ?? `${owner.name}-a`;
  return {
    kind: 'Pod',
    cluster: owner.cluster,
    namespace: owner.namespace,
    name,
    uid: `pod-${owner.cluster}-${name}`,
    labels: owner.templateLabels,
    controllerUid: owner.uid,
    controllerKind: owner.kind,
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
  const watches = Object.fromEntries(WATCHED_KINDS.map(kind => [kind, state]));
  return { name, watches: { ...watches, ...others } };
}

/** The plainest view on facts there is; one cluster, `prod-east`, where not said. */
export function someFacts(options: {
  facts?: readonly Facts[];
  clusters?: readonly ClusterFacts[];
  /** By uid. */
  troubles?: Readonly<Record<string, TroubleFacts>>;
}): FactsView {
  const { facts = [], clusters = [aCluster('prod-east')], troubles } = options;
  return viewOnFacts({ facts, clusters, troubles });
}
