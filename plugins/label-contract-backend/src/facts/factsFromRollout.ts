import { RolloutFacts } from '@portal-operations/plugin-label-contract-common';
import {
  ConditionFacts,
  factsFromConditions,
  stoppedProgressIn,
} from './factsFromConditions';
import { factsFromTemplated } from './factsFromTemplated';
import { generationOf } from './factsFromReplicas';
import { JsonNode } from './JsonNode';

/** What is kept of an Argo Rollout as the API server sends it. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromRollout(raw: unknown, cluster: string): RolloutFacts {
  const object = new JsonNode(raw);
  const spec = object.at('spec');
  const status = object.at('status');
  const pods = (field: string) => status.at(field).optionalNumber() ?? 0;
  return {
    kind: 'Rollout',
    ...factsFromTemplated({ object, kind: 'Rollout', cluster }),
    templateOf: spec.at('workloadRef', 'name').optionalText(),
    desiredReplicas: spec.at('replicas').optionalNumber() ?? 1,
    replicas: pods('replicas'),
    updatedReplicas: pods('updatedReplicas'),
    readyReplicas: pods('readyReplicas'),
    isObserved: isObserved(object),
    isPaused:
      (spec.at('paused').optionalBoolean() ?? false) ||
      status.at('pauseConditions').items().length > 0,
    progressFailure:
      status.at('phase').optionalText() === 'Degraded'
        ? whyDegraded(factsFromConditions(status))
        : undefined,
  };
}

/** Rollouts write the generation as a text; those before 1.0 wrote a hash, which says nothing. */
function isObserved(object: JsonNode): boolean {
  const observed = object.at('status', 'observedGeneration').optionalText();
  if (observed && !/^\d+$/.test(observed)) {
    return true;
  }
  return Number(observed ?? 0) >= generationOf(object);
}

function whyDegraded(conditions: ReadonlyMap<string, ConditionFacts>): string {
  const invalid = conditions.get('InvalidSpec');
  return (
    stoppedProgressIn(conditions) ??
    (invalid?.status === 'True' ? invalid.reason : undefined) ??
    'Degraded'
  );
}
