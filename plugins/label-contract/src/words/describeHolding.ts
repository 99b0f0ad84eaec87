import { WorkloadFinding } from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';

type HoldingMessage = Extract<
  WorkloadFinding,
  { rule: 'pods-follow-template' }
>['message'];

/** Why pods stay that were made from an earlier template. */
export function describeHolding(
  { id, values }: HoldingMessage,
  t: Translate,
): string {
  const pods = { count: values.pods };
  switch (id) {
    case 'paused':
      return t('label.held.paused', pods);
    case 'deadline':
      return t('label.held.deadline', pods);
    case 'on-delete':
      return t('label.held.onDelete', pods);
    case 'partition':
      return t('label.held.partition', pods);
    case 'changed-by-hand':
      return t('label.held.byHand', pods);
    default:
      return id satisfies never;
  }
}
