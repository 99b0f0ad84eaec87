import {
  TranslationFunction,
  createTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { messages } from './messages/messages';

/**
 * Every word of this plugin. Languages other than English are loaded when the portal is in them.
 *
 * @public
 */
export const labelContractTranslationRef = createTranslationRef({
  id: 'plugin.label-contract',
  messages,
  translations: { de: () => import('./translations/de') },
});

/** Turns a message key and its values into words in the reader's language. */
export type Translate = TranslationFunction<
  typeof labelContractTranslationRef.T
>;
