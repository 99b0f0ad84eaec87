import type { ObjectName } from '../objects/ObjectName';

/** A field that another manager holds, as the API server reports it. */
export interface FieldConflict {
  field: string;
  manager: string;
}

/** Somebody else's, or in the hands of something else just now. */
export type OwnerRefusal =
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
  /** Git would bring it back */
  | {
      kind: 'managed-by-gitops';
      object: ObjectName;
      /** As people call it, such as `Argo CD (Application orders)`. */
      tool: string;
      /** What would let this portal do it after all, as a sentence. */
      orElse?: string;
    }
  /** More would go with an Application than was asked for, or less */
  | { kind: 'application-stays'; object: ObjectName; reason: string };
