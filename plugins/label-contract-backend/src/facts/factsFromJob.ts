import { JobFacts } from '@portal-operations/plugin-label-contract-common';
import { ConditionFacts, factsFromConditions } from './factsFromConditions';
import { factsFromTemplated } from './factsFromTemplated';
import { JsonNode } from './JsonNode';

/** How Helm and Argo CD mark a Job that is a step of a release. */
const HOOKS = ['helm.sh/hook', 'argocd.argoproj.io/hook'];

/** What is kept of a Job as the API server sends it. @throws InputError with the path of a field that is missing or of another type. */
export function factsFromJob(raw: unknown, cluster: string): JobFacts {
  const object = new JsonNode(raw);
  const metadata = object.at('metadata');
  const spec = object.at('spec');
  const status = object.at('status');
  const conditions = factsFromConditions(status);
  return {
    kind: 'Job',
    ...factsFromTemplated({ object, kind: 'Job', cluster }),
    isSuspended: spec.at('suspend').optionalBoolean() ?? false,
    desiredReplicas: spec.at('parallelism').optionalNumber() ?? 1,
    activePods: status.at('active').optionalNumber() ?? 0,
    readyReplicas: status.at('ready').optionalNumber() ?? 0,
    completedAt: whileTrue(conditions.get('Complete'))?.changedAt,
    failure: failureIn(conditions),
    createdAt: metadata.at('creationTimestamp').optionalText(),
    isHook: HOOKS.some(key => metadata.at('annotations', key).isPresent()),
  };
}

function failureIn(
  conditions: ReadonlyMap<string, ConditionFacts>,
): JobFacts['failure'] {
  const failed = whileTrue(conditions.get('Failed'));
  return (
    failed && {
      reason: failed.reason,
      message: failed.message,
      at: failed.changedAt,
    }
  );
}

function whileTrue(
  condition: ConditionFacts | undefined,
): ConditionFacts | undefined {
  return condition?.status === 'True' ? condition : undefined;
}
