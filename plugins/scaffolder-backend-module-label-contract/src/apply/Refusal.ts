/** A field that another manager holds, as the API server reports it. */
export interface FieldConflict {
  field: string;
  manager: string;
}

/** An object, as people name it. */
export interface ObjectName {
  kind: 'Namespace' | 'Deployment' | 'Service';
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
  | { kind: 'pods-refused'; object: ObjectName; message: string }
  | {
      kind: 'not-ready';
      object: ObjectName;
      waitSeconds: number;
      state: string;
    }
  | { kind: 'cancelled' }
  | { kind: 'other-answer'; status: number; message: string };

/** Carries a {@link Refusal} to the action, which knows what exists by then. */
export class RefusedError extends Error {
  readonly name = 'RefusedError';

  constructor(readonly refusal: Refusal) {
    super(refusal.kind);
  }
}
