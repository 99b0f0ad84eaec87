import type { ObjectName } from '../objects/ObjectName';

/** A quota that does not have room for all pods of a workload. */
export interface QuotaShortfall {
  /** Name of the ResourceQuota. */
  quota: string;
  /** Resource as the quota names it, such as `requests.cpu`. */
  resource: string;
  /** Quantities as Kubernetes writes them. */
  hard: string;
  used: string;
  needed: string;
}

/** It was accepted, or tried, and does not come to be. */
export type OutcomeRefusal =
  | {
      kind: 'pods-refused';
      object: ObjectName;
      message: string;
      /** What the service's report finds; undefined where it says nothing. */
      diagnosis?: string;
    }
  /** A Pod of the template was tried and refused: by admission, or by a quota */
  | { kind: 'pod-would-be-refused'; object: ObjectName; message: string }
  /** All pods together would not fit */
  | {
      kind: 'quota-exceeded';
      object: ObjectName;
      shortfalls: readonly QuotaShortfall[];
    }
  /** Argo CD could not compare, or could not bring about what Git says */
  | { kind: 'sync-refused'; object: ObjectName; message: string }
  | {
      kind: 'not-ready';
      object: ObjectName;
      waitSeconds: number;
      state: string;
      diagnosis?: string;
    }
  | { kind: 'not-gone'; waitSeconds: number; state: string }
  | { kind: 'cancelled' };
