import { WorkloadRef } from '../facts/WorkloadRef';
import { Evidence } from '../rules/Finding';
import { Sign } from '../match/Sign';

/**
 * An entity that a workload may belong to.
 *
 * @public
 */
export interface LikelyEntity {
  readonly entityRef: string;
  readonly evidence: Evidence;
  /** What speaks for it, the strongest first. */
  readonly signs: readonly Sign[];
}

/**
 * A workload that carries a contract label which no claim names, and which no claim matches.
 *
 * @public
 */
export interface UnclaimedWorkload {
  readonly ref: WorkloadRef;
  /** Key of the contract label. */
  readonly key: string;
  readonly value: string;
  /** Pods that run. */
  readonly pods: { readonly ready: number; readonly of: number };
  /** The likeliest first; several where they are equally likely, none where nothing speaks for any. */
  readonly likeliest: readonly LikelyEntity[];
}

/**
 * Which unclaimed workloads.
 *
 * @public
 */
export interface UnclaimedQuery {
  readonly cluster?: readonly string[];
  readonly namespace?: readonly string[];
  /** Words, all of which have to be in the value, the name or the namespace, whatever their case. */
  readonly search?: string;
  /** From 1 to `FLEET_LIMIT`; 50 where absent. */
  readonly limit?: number;
  readonly cursor?: string;
}

/**
 * One page of the unclaimed workloads: strongest evidence first, then by cluster, namespace and name.
 *
 * @public
 */
export interface UnclaimedReport {
  readonly items: readonly UnclaimedWorkload[];
  readonly totalItems: number;
  readonly unfilteredItems: number;
  readonly facets: {
    readonly cluster: readonly string[];
    readonly namespace: readonly string[];
  };
  /** Position of the first item among all, from 0. */
  readonly offset: number;
  readonly nextCursor?: string;
  readonly previousCursor?: string;
  readonly incomplete: readonly string[];
}
