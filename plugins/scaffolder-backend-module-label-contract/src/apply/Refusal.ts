import type { ListedKind, Right, WrittenKind } from './ClusterClient';

/** A field that another manager holds, as the API server reports it. */
export interface FieldConflict {
  field: string;
  manager: string;
}

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

/** An object, as people name it. */
export interface ObjectName {
  kind: WrittenKind;
  name: string;
  /** Undefined for a Namespace. */
  namespace?: string;
}

/** Every reason for which a step stops after its input was found to be legal. */
export type Refusal =
  /** 401 */
  | { kind: 'credentials-refused' }
  /** 403 of the authorizer */
  | {
      kind: 'right-missing';
      verb: string;
      resource: string;
      apiGroup: string;
    }
  /** 403 of admission: a quota on the number of objects, a policy, a webhook */
  | { kind: 'admission-refused'; message: string }
  /** Said by the API server's reviews, before anything is written */
  | {
      kind: 'rights-missing';
      rights: readonly Right[];
      /** The ClusterRole of `install/rbac` that holds them; default: that of the actions that write. */
      role?: string;
    }
  /** Discovery does not list it */
  | {
      kind: 'kind-not-served';
      apiVersion: string;
      of: ListedKind | 'ProjectRequest';
    }
  | { kind: 'unreachable'; message: string }
  | { kind: 'namespace-terminating'; namespace: string }
  | { kind: 'namespace-missing'; namespace: string }
  | { kind: 'owned-by-other'; object: ObjectName; owner: string; team: string }
  | {
      kind: 'owned-by-nobody';
      object: ObjectName;
      team: string;
      managers: string[];
    }
  | {
      kind: 'fields-held';
      object: ObjectName;
      conflicts: FieldConflict[];
    }
  /** 409: it was changed between reading and writing, every time */
  | { kind: 'changed-meanwhile'; object: ObjectName }
  /** 422, 400 */
  | { kind: 'object-refused'; message: string }
  | {
      kind: 'pods-refused';
      object: ObjectName;
      message: string;
      /** What the service's report finds; undefined where it says nothing. */
      diagnosis?: string;
    }
  /** Argo CD could not compare, or could not bring about what Git says */
  | { kind: 'sync-refused'; object: ObjectName; message: string }
  /** A Pod of the template was tried and refused: by admission, or by a quota */
  | { kind: 'pod-would-be-refused'; object: ObjectName; message: string }
  /** All pods together would not fit */
  | {
      kind: 'quota-exceeded';
      object: ObjectName;
      shortfalls: readonly QuotaShortfall[];
    }
  | {
      kind: 'not-ready';
      object: ObjectName;
      waitSeconds: number;
      state: string;
      diagnosis?: string;
    }
  /** Git would bring it back */
  | {
      kind: 'managed-by-gitops';
      object: ObjectName;
      /** As people call it, such as `Argo CD (Application orders)`. */
      tool: string;
    }
  | { kind: 'not-gone'; waitSeconds: number; state: string }
  | { kind: 'cancelled' }
  | { kind: 'other-answer'; status: number; message: string };

/** Carries a {@link Refusal} to the action, which knows what exists by then. */
export class RefusedError extends Error {
  readonly name = 'RefusedError';

  constructor(readonly refusal: Refusal) {
    super(refusal.kind);
  }
}
