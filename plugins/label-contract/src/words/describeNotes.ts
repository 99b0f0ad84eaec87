import { Finding } from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeFinding } from './describeFinding';

/** Findings that nobody has to act on, in one quiet line: the first, and how many more there are. */
export function describeNotes(
  notes: readonly Finding[],
  t: Translate,
): string | undefined {
  const [first, ...others] = notes;
  if (!first) {
    return undefined;
  }
  const { title } = describeFinding(first, t);
  return others.length > 0
    ? t('others.notes', { title, others: others.length })
    : t('others.note', { title });
}
