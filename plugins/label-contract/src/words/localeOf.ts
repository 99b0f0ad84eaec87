import { Translate } from '../translation';

/**
 * Locale of dates and times, a BCP 47 tag: the language of the words decides, for the portal may be in
 * another language than the browser; the reader's own variant of it is taken where the browser names one.
 */
export function localeOf(t: Translate): string {
  const language = t('locale.language');
  const isVariant = (locale: string) =>
    locale === language || locale.startsWith(`${language}-`);
  return navigator.languages.find(isVariant) ?? language;
}
