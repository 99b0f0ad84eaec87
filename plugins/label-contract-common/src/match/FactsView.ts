import { DeploymentFacts } from '../facts/DeploymentFacts';
import { ClusterFacts } from '../facts/Facts';
import { PodFacts } from '../facts/PodFacts';
import { ReplicaSetFacts } from '../facts/ReplicaSetFacts';
import { Selector } from '../selector/Selector';

/**
 * What an evaluation may look at: the look-ups of the index.
 *
 * @public
 */
export interface FactsView {
  /**
   * Workloads of which at least one level satisfies the selector: the object, its pod template, the
   * template of any of its revisions, or any of its pods.
   */
  workloadsMatching(selector: Selector): Iterable<DeploymentFacts>;
  /** All workloads of one namespace, labelled or not. */
  workloadsIn(place: {
    readonly cluster: string;
    readonly namespace: string;
  }): Iterable<DeploymentFacts>;
  /** Revisions of a Deployment, in no order. */
  replicaSetsOf(deployment: DeploymentFacts): Iterable<ReplicaSetFacts>;
  /** Pods of a ReplicaSet, by ownerReference and uid. */
  podsOf(replicaSet: ReplicaSetFacts): Iterable<PodFacts>;
  /** Every configured cluster, readable or not. */
  clusters(): Iterable<ClusterFacts>;
}
