import { ApplicationFacts } from '../facts/ApplicationFacts';
import {
  CompanionFacts,
  EndpointSliceFacts,
  ServiceFacts,
} from '../facts/CompanionFacts';
import { ControllerRevisionFacts } from '../facts/ControllerRevisionFacts';
import { ClusterFacts } from '../facts/Facts';
import { JobFacts } from '../facts/JobFacts';
import { NamespaceFacts, NodeFacts } from '../facts/PlaceFacts';
import { PodFacts } from '../facts/PodFacts';
import { ReplicaSetFacts } from '../facts/ReplicaSetFacts';
import { TroubleFacts } from '../facts/TroubleFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { Selector } from '../selector/Selector';

/**
 * What a controller makes.
 *
 * @public
 */
export type ControlledFacts =
  | ReplicaSetFacts
  | JobFacts
  | PodFacts
  | ControllerRevisionFacts;

/**
 * One namespace of one cluster.
 *
 * @public
 */
export interface Place {
  readonly cluster: string;
  readonly namespace: string;
}

/**
 * What an evaluation may look at: the look-ups of the index.
 *
 * @public
 */
export interface FactsView {
  /**
   * Workloads of which at least one level satisfies the selector: the object, a template in it, or
   * anything that it controls directly or through others, earlier revisions too.
   */
  workloadsMatching(selector: Selector): Iterable<WorkloadFacts>;
  /** All workloads of one namespace, labelled or not. */
  workloadsIn(place: Place): Iterable<WorkloadFacts>;
  /** What an object controls directly, by ownerReference and uid; in no order. */
  controlledBy(owner: {
    readonly cluster: string;
    readonly uid: string;
  }): Iterable<ControlledFacts>;
  /** Services, Ingresses, Routes and HorizontalPodAutoscalers of one namespace. */
  companionsIn(place: Place): Iterable<CompanionFacts>;
  /** All Services of one cluster: a log names one by its IP address, or without its namespace. */
  servicesOn(cluster: string): Iterable<ServiceFacts>;
  /** EndpointSlices of one namespace. */
  endpointSlicesIn(place: Place): Iterable<EndpointSliceFacts>;
  /** The Namespace object; undefined where it does not exist, or Namespaces were not read. */
  namespace(place: Place): NamespaceFacts | undefined;
  /** A Node by name; undefined where it does not exist, or Nodes were not read. */
  node(place: {
    readonly cluster: string;
    readonly name: string;
  }): NodeFacts | undefined;
  /**
   * Applications of Argo CD of that name that deploy to a cluster, whichever cluster they are on: one
   * Argo CD often manages many. Several where it cannot be told which is meant.
   */
  applicationsReaching(target: {
    readonly cluster: string;
    readonly name: string;
  }): Iterable<ApplicationFacts>;
  /** What was read once of an object in trouble; undefined where nothing was. */
  troubleOf(object: {
    readonly cluster: string;
    readonly uid: string;
  }): TroubleFacts | undefined;
  /** Every configured cluster, readable or not. */
  clusters(): Iterable<ClusterFacts>;
}
