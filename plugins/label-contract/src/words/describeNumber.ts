import { Translate } from '../translation';

/** A number as the language of the words writes it: "1,000". Inside of words, messages do the same. */
export function describeNumber(value: number, t: Translate): string {
  return t('locale.number', { value });
}
