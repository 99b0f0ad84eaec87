import { Translate } from '../translation';

/** Above this many names a sentence counts the rest. */
const MOST_NAMES = 3;

/** Names in a sentence: "a", "a and b", "a, b and c", "a, b and 4 more". */
export function describeList(names: readonly string[], t: Translate): string {
  if (names.length > MOST_NAMES) {
    const shown = names.slice(0, MOST_NAMES - 1);
    return t('list.more', {
      names: joinByComma(shown, t),
      others: names.length - shown.length,
    });
  }
  const last = names[names.length - 1] ?? '';
  const before = names.slice(0, -1);
  return before.length > 0
    ? t('list.and', { first: joinByComma(before, t), last })
    : last;
}

function joinByComma(names: readonly string[], t: Translate): string {
  return names.reduce((first, last) => t('list.comma', { first, last }));
}
