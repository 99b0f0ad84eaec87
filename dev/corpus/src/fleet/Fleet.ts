import { Entity } from '@backstage/catalog-model';
import {
  ClusterFacts,
  DeploymentFacts,
  PodFacts,
  ReplicaSetFacts,
} from '@portal-operations/plugin-label-contract-common';

/** The moment at which every fleet is judged. */
export const NOW = new Date('2026-01-01T12:00:00Z');

/** One revision of a workload, with the pods that run of it. */
export interface Revision {
  readonly replicaSet: ReplicaSetFacts;
  readonly pods: readonly PodFacts[];
}

/** A workload with everything below it. */
export interface FleetWorkload {
  readonly deployment: DeploymentFacts;
  /** Oldest first. */
  readonly revisions: readonly Revision[];
  /** What it does, known from how it was made. */
  readonly runs: 'healthy' | 'progressing' | 'failing' | 'nothing-running';
}

/** The one label that a claim asks for. */
export interface Term {
  readonly key: string;
  readonly value: string;
}

/** An entity, and the truth about it: known from how it was made, not from the engine. */
export interface Service {
  readonly entity: Entity;
  readonly claim: 'none' | 'opted-out' | 'broken' | 'sound';
  /** The label that its workloads carry; undefined where it claims nothing. */
  readonly term?: Term;
  /** uids of the workloads that its claim finds and that are not opted out. */
  readonly workloads: readonly string[];
}

/** A catalog and the clusters that it is about, with the truth beside them. */
export interface Fleet {
  /** Enough to make it again. */
  readonly name: string;
  readonly services: readonly Service[];
  readonly workloads: readonly FleetWorkload[];
  readonly clusters: readonly ClusterFacts[];
}
