import { JsonNode } from './JsonNode';
import { factsFromMessage } from './factsFromMessage';

/** One entry of `status.conditions`. */
export interface ConditionFacts {
  /** `True`, `False` or `Unknown`. */
  readonly status?: string;
  readonly reason?: string;
  /** Secrets masked, length capped. */
  readonly message?: string;
  /** `lastTransitionTime`, ISO 8601. */
  readonly changedAt?: string;
}

/**
 * The API server's words where it refused to create pods, of a ReplicaSet or as its Deployment repeats
 * them; empty where it gave none.
 */
export function refusedPodsIn(
  conditions: ReadonlyMap<string, ConditionFacts>,
): string | undefined {
  const failure = conditions.get('ReplicaFailure');
  return failure?.status === 'True' && failure.reason === 'FailedCreate'
    ? failure.message ?? ''
    : undefined;
}

/** Reason of the `Progressing` condition while it is False. */
export function stoppedProgressIn(
  conditions: ReadonlyMap<string, ConditionFacts>,
): string | undefined {
  const progressing = conditions.get('Progressing');
  return progressing?.status === 'False' ? progressing.reason : undefined;
}

/** The conditions of a status, by type. @throws InputError with the path of a field of another type. */
export function factsFromConditions(
  status: JsonNode,
): ReadonlyMap<string, ConditionFacts> {
  return new Map(
    status
      .at('conditions')
      .items()
      .map(condition => [
        condition.at('type').optionalText() ?? '',
        {
          status: condition.at('status').optionalText(),
          reason: condition.at('reason').optionalText(),
          message: factsFromMessage(condition.at('message')),
          changedAt: condition.at('lastTransitionTime').optionalText(),
        },
      ]),
  );
}
