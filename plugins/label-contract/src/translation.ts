import {
  TranslationFunction,
  createTranslationRef,
  createTranslationResource,
} from '@backstage/core-plugin-api/alpha';
import { messages } from './messages/messages';

/** Languages besides English, each loaded once somebody reads it. */
const translations = { de: () => import('./translations/de') };

/**
 * Every word of this plugin, with all its languages: who uses it needs nothing else.
 *
 * @public
 */
export const labelContractTranslationRef = createTranslationRef({
  id: 'plugin.label-contract',
  messages,
  translations,
});

/**
 * The languages by themselves. Red Hat Developer Hub asks for them, together with the reference, before
 * it lets a portal replace single texts.
 *
 * @public
 */
export const labelContractTranslations = createTranslationResource({
  ref: labelContractTranslationRef,
  translations,
});

/** Turns a message key and its values into words in the reader's language. */
export type Translate = TranslationFunction<
  typeof labelContractTranslationRef.T
>;
