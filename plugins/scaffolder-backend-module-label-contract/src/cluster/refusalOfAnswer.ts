import type { FieldConflict } from '../refusal/OwnerRefusal';
import type { Refusal } from '../refusal/Refusal';

/** What an API server said no with. */
export interface Answer {
  status: number;
  /** The body as it came: a `Status` object as text, or as an object, or something else. */
  body: unknown;
}

/**
 * What can be told from a refusal before it is known which object it was about:
 * `stale` and `not-found` mean different things in different places.
 */
export type AnsweredRefusal =
  | Extract<
      Refusal,
      {
        kind:
          | 'credentials-refused'
          | 'right-missing'
          | 'admission-refused'
          | 'namespace-terminating'
          | 'object-refused'
          | 'other-answer';
      }
    >
  | { kind: 'fields-held-by'; conflicts: FieldConflict[] }
  | { kind: 'stale' }
  | { kind: 'not-found'; message: string };

/** The parts of a `Status` that decide. */
interface StatusParts {
  message: string;
  namespace: string;
  causes: { reason: string; field: string; message: string }[];
}

/** Sentence of the RBAC authorizer, `k8s.io/apiserver/pkg/endpoints/handlers/responsewriters`. */
const RIGHT_MISSING = /cannot (\S+) resource "([^"]+)" in API group "([^"]*)"/;
const CONFLICTING_MANAGER = /conflict with "([^"]+)"/;

/** Reads the API server's refusal. */
export function refusalOfAnswer({ status, body }: Answer): AnsweredRefusal {
  const said = partsOf(body);

  switch (status) {
    case 401:
      return { kind: 'credentials-refused' };
    case 403:
      return forbidden(said);
    case 404:
      return { kind: 'not-found', message: said.message };
    case 409:
      return conflicting(said);
    case 400:
    case 422:
      return { kind: 'object-refused', message: said.message };
    default:
      return { kind: 'other-answer', status, message: said.message };
  }
}

function forbidden(said: StatusParts): AnsweredRefusal {
  const terminating = said.causes.find(
    cause => cause.reason === 'NamespaceTerminating',
  );
  if (terminating) {
    const named = /namespace (\S+) because/.exec(said.message);
    return {
      kind: 'namespace-terminating',
      namespace: named?.[1] ?? said.namespace,
    };
  }

  const [, verb, resource, apiGroup] = RIGHT_MISSING.exec(said.message) ?? [];
  if (verb === undefined) {
    return { kind: 'admission-refused', message: said.message };
  }
  return { kind: 'right-missing', verb, resource, apiGroup };
}

function conflicting(said: StatusParts): AnsweredRefusal {
  const conflicts = said.causes
    .filter(cause => cause.reason === 'FieldManagerConflict')
    .map(cause => ({
      field: cause.field,
      manager: CONFLICTING_MANAGER.exec(cause.message)?.[1] ?? 'unknown',
    }));
  return conflicts.length > 0
    ? { kind: 'fields-held-by', conflicts }
    : { kind: 'stale' };
}

function partsOf(body: unknown): StatusParts {
  const status = typeof body === 'string' ? parsed(body) : body;
  const details = property(status, 'details');
  const causes = property(details, 'causes');

  return {
    message:
      text(property(status, 'message')) ||
      (typeof body === 'string' ? body.slice(0, 300) : ''),
    namespace: text(property(details, 'name')),
    causes: (Array.isArray(causes) ? causes : []).map(cause => ({
      reason: text(property(cause, 'reason')),
      field: text(property(cause, 'field')),
      message: text(property(cause, 'message')),
    })),
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // A proxy in between answers in its own words.
    return undefined;
  }
}

function property(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  return new Map<string, unknown>(Object.entries(value)).get(key);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
