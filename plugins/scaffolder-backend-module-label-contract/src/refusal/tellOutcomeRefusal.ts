import { NotAllowedError } from '@backstage/errors';
import { describeObject } from './describeObject';
import type { OutcomeRefusal } from './OutcomeRefusal';
import { StepFailedError } from './StepFailedError';
import type { ToldRefusal } from './ToldRefusal';
import { withoutPeriod } from './withoutPeriod';

/** Puts into words why what was accepted, or tried, does not come to be. */
export function tellOutcomeRefusal(
  refusal: OutcomeRefusal,
  cluster: string,
): ToldRefusal {
  switch (refusal.kind) {
    case 'pod-would-be-refused':
    case 'quota-exceeded':
      return {
        errorClass: NotAllowedError,
        sentence: sentenceOf(refusal, cluster),
      };
    default:
      return {
        errorClass: StepFailedError,
        sentence: sentenceOf(refusal, cluster),
      };
  }
}

function sentenceOf(refusal: OutcomeRefusal, cluster: string): string {
  switch (refusal.kind) {
    case 'pod-would-be-refused':
      return (
        `'${cluster}' would refuse the pods of ${describeObject(
          refusal.object,
        )}: ${withoutPeriod(refusal.message)}. ` +
        'Ask for less or change the pods, or ask ops about this rule or quota.'
      );
    case 'quota-exceeded':
      return (
        `'${cluster}' has no room for all pods of ${describeObject(
          refusal.object,
        )}: ${refusal.shortfalls
          .map(
            ({ quota, resource, hard, used, needed }) =>
              `quota ${quota} allows ${resource}=${hard}, of which ${used} is used, and ${needed} more is needed`,
          )
          .join('; ')}. ` +
        'Ask for less (replicas, resources), or ask ops to raise the quota.'
      );
    case 'pods-refused':
      return (
        `${describeObject(
          refusal.object,
        )} was accepted by ${cluster}, but its pods were refused: ${withoutPeriod(
          refusal.message,
        )}. ${describeDiagnosis(refusal)}` +
        'Ask for less (replicas, resources), or ask ops to raise the quota or change the rule.'
      );
    case 'sync-refused':
      return `${describeObject(
        refusal.object,
      )} on ${cluster} could not be synchronised. Argo CD says: ${withoutPeriod(
        refusal.message,
      )}. Cure the reason, or ask the platform team about Argo CD’s account and project.`;
    case 'not-ready':
      return (
        `waitSeconds: ${describeObject(
          refusal.object,
        )} on ${cluster} is not ready after ${
          refusal.waitSeconds
        } seconds: ${withoutPeriod(refusal.state)}. ${describeDiagnosis(
          refusal,
        )}` + 'Cure the reason, or allow more time.'
      );
    case 'not-gone':
      return `waitSeconds: after ${
        refusal.waitSeconds
      } seconds there still is on ${cluster}: ${withoutPeriod(
        refusal.state,
      )}. Deletion goes on by itself, unless something holds it.`;
    default:
      return 'The task was cancelled.';
  }
}

function describeDiagnosis({ diagnosis }: { diagnosis?: string }): string {
  return diagnosis ? `${diagnosis} ` : '';
}
