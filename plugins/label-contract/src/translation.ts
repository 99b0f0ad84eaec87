import {
  TranslationFunction,
  createTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { cardMessages } from './messages/cardMessages';
import { claimMessages } from './messages/claimMessages';
import { clusterMessages } from './messages/clusterMessages';
import { deskMessages } from './messages/deskMessages';
import { evidenceMessages } from './messages/evidenceMessages';
import { fixMessages } from './messages/fixMessages';
import { healthMessages } from './messages/healthMessages';
import { labelMessages } from './messages/labelMessages';
import { listMessages } from './messages/listMessages';
import { verdictMessages } from './messages/verdictMessages';

/**
 * Every word of this plugin; the messages are the English ones.
 *
 * @public
 */
export const labelContractTranslationRef = createTranslationRef({
  id: 'plugin.label-contract',
  messages: {
    ...cardMessages,
    ...verdictMessages,
    ...deskMessages,
    ...clusterMessages,
    ...labelMessages,
    ...claimMessages,
    ...healthMessages,
    ...evidenceMessages,
    ...fixMessages,
    ...listMessages,
  },
});

/** Turns a message key and its values into words in the reader's language. */
export type Translate = TranslationFunction<
  typeof labelContractTranslationRef.T
>;
