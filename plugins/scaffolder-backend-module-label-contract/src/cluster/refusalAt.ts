import type { ObjectName } from '../objects/ObjectName';
import type { Refusal } from '../refusal/Refusal';
import type { AnsweredRefusal } from './refusalOfAnswer';

/** What an answer means for the object that it was about. */
export function refusalAt(
  answer: AnsweredRefusal,
  object: ObjectName,
): Refusal {
  switch (answer.kind) {
    case 'fields-held-by':
      return { kind: 'fields-held', object, conflicts: answer.conflicts };
    case 'stale':
      return { kind: 'changed-meanwhile', object };
    case 'not-found':
      return object.namespace
        ? { kind: 'namespace-missing', namespace: object.namespace }
        : { kind: 'other-answer', status: 404, message: answer.message };
    default:
      return answer;
  }
}
