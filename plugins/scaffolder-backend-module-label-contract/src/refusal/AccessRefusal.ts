import type { KnownKind } from '../objects/kinds';
import type { Right } from '../objects/Right';
import type { InstalledRole } from './roles';

/** The cluster does not answer, does not know what is asked for, or does not let the portal. */
export type AccessRefusal =
  /** 401 */
  | { kind: 'credentials-refused' }
  /** 403 of the authorizer */
  | {
      kind: 'right-missing';
      verb: string;
      resource: string;
      apiGroup: string;
    }
  /** Said by the API server's reviews, before anything is written */
  | {
      kind: 'rights-missing';
      rights: readonly Right[];
      /** Holds them; default: the one of `install/rbac` that is made for each. */
      role?: InstalledRole;
      /** What would do as well, as a sentence. */
      orElse?: string;
    }
  /** 403 of admission: a quota on the number of objects, a policy, a webhook */
  | { kind: 'admission-refused'; message: string }
  /** Discovery does not list it */
  | {
      kind: 'kind-not-served';
      apiVersion: string;
      of: KnownKind;
    }
  | { kind: 'unreachable'; message: string }
  /** 422, 400 */
  | { kind: 'object-refused'; message: string }
  | { kind: 'other-answer'; status: number; message: string };
