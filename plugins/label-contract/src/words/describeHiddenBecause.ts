import { HiddenBecause } from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';

/** What keeps a workload, or its pods, from being drawn, in a few words. */
export function describeHiddenBecause(
  because: HiddenBecause,
  t: Translate,
): string {
  switch (because) {
    case 'labels':
      return t('hidden.labels');
    case 'tab-fails':
      return t('hidden.tabFails');
    case 'not-drawn':
      return t('hidden.notDrawn');
    case 'not-asked-for':
      return t('hidden.notAskedFor');
    case 'not-readable':
      return t('hidden.notReadable');
    case 'row-only':
      return t('hidden.rowOnly');
    default:
      return because satisfies never;
  }
}
