import { Entity } from '@backstage/catalog-model';
import {
  ClusterFacts,
  CompanionFacts,
  ControlledFacts,
  EndpointSliceFacts,
  KubernetesTabSettings,
  LabelChange,
  NamespaceFacts,
  NodeFacts,
  PastClaim,
  TroubleFacts,
  WorkloadFacts,
} from '@portal-operations/plugin-label-contract-common';

/** The moment at which every fleet is judged. */
export const NOW = new Date('2026-01-01T12:00:00Z');

/** ISO 8601, so many minutes before the moment of judgement. */
export function minutesAgo(minutes: number): string {
  return new Date(NOW.getTime() - minutes * 60_000).toISOString();
}

/** One namespace of one cluster. */
export interface Place {
  readonly cluster: string;
  readonly namespace: string;
}

/** A workload with everything that it controls. */
export interface FleetWorkload {
  /** The object at the top, of whatever kind. */
  readonly top: WorkloadFacts;
  /** What it controls, directly or through others; earlier revisions before later ones. */
  readonly below: readonly ControlledFacts[];
  /** What it does, known from how it was made. */
  readonly runs: 'healthy' | 'progressing' | 'failing' | 'nothing-running';
  /** What was read once of any of these objects, by uid. */
  readonly troubles?: Readonly<Record<string, TroubleFacts>>;
  /** How its labels changed, newest first. */
  readonly changes?: readonly LabelChange[];
}

/** What stands beside workloads. */
export type Bystander =
  | CompanionFacts
  | EndpointSliceFacts
  | NamespaceFacts
  | NodeFacts;

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
  /** What it claimed before, newest first. */
  readonly pastClaims?: readonly PastClaim[];
  /** When it last had workloads; undefined where it has some, or never had any. */
  readonly lastMatched?: { readonly until: string; readonly workloads: number };
}

/** A catalog and the clusters that it is about, with the truth beside them. */
export interface Fleet {
  /** Enough to make it again. */
  readonly name: string;
  readonly services: readonly Service[];
  readonly workloads: readonly FleetWorkload[];
  readonly bystanders: readonly Bystander[];
  readonly clusters: readonly ClusterFacts[];
  /** How the Kubernetes plugin is configured. */
  readonly settings: KubernetesTabSettings;
}
