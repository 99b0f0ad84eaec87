import { ForwardedError } from '@backstage/errors';
import type { Refusal } from './Refusal';
import type { StepState } from './StepState';
import { tellAccessRefusal } from './tellAccessRefusal';
import { tellOutcomeRefusal } from './tellOutcomeRefusal';
import { tellOwnerRefusal } from './tellOwnerRefusal';
import type { ToldRefusal } from './ToldRefusal';

/**
 * The error that the person who started the task reads: what was refused and by whom, with field and
 * cure; then what exists now, how to continue and how to remove it.
 */
export function errorOfRefusal(refusal: Refusal, state: StepState): Error {
  const { errorClass: ErrorClass, sentence } = tell(refusal, state.cluster);
  return new ErrorClass([sentence, ...describeState(state)].join(' '));
}

/**
 * An unforeseen error, with the same account of what exists.
 */
export function errorOfSurprise(cause: unknown, state: StepState): Error {
  return new ForwardedError(describeState(state).join(' '), cause);
}

function tell(refusal: Refusal, cluster: string): ToldRefusal {
  switch (refusal.kind) {
    case 'credentials-refused':
    case 'right-missing':
    case 'rights-missing':
    case 'admission-refused':
    case 'kind-not-served':
    case 'unreachable':
    case 'object-refused':
    case 'other-answer':
      return tellAccessRefusal(refusal, cluster);
    case 'namespace-terminating':
    case 'namespace-missing':
    case 'owned-by-other':
    case 'owned-by-nobody':
    case 'fields-held':
    case 'changed-meanwhile':
    case 'managed-by-gitops':
    case 'application-stays':
      return tellOwnerRefusal(refusal, cluster);
    default:
      return tellOutcomeRefusal(refusal, cluster);
  }
}

function describeState({ exists, removed, removal }: StepState): string[] {
  if (removed) {
    return [
      removed.length === 0
        ? 'Nothing is gone yet.'
        : `Gone by now: ${removed.join(', ')}.`,
      ...(exists.length > 0
        ? [`What still exists: ${exists.join(', ')}.`]
        : []),
      'To continue: start over with the same values once the cause is gone.',
      ...(removal ? [`To remove the rest by hand: \`${removal}\`.`] : []),
    ];
  }
  if (exists.length === 0) {
    return ['Nothing was written by this step.'];
  }
  return [
    `What exists now: ${exists.join(', ')}.`,
    'To continue: start over with the same values once the cause is gone; what exists is kept.',
    ...(removal ? [`To remove it: \`${removal}\`.`] : []),
  ];
}
