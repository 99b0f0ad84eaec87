import {
  TranslationFunction,
  createTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { cardMessages } from './messages/cardMessages';
import { claimMessages } from './messages/claimMessages';
import { clusterMessages } from './messages/clusterMessages';
import { clusterPanelMessages } from './messages/clusterPanelMessages';
import { deskMessages } from './messages/deskMessages';
import { evidenceMessages } from './messages/evidenceMessages';
import { findingPanelMessages } from './messages/findingPanelMessages';
import { fixMessages } from './messages/fixMessages';
import { fleetMessages } from './messages/fleetMessages';
import { gateMessages } from './messages/gateMessages';
import { healthMessages } from './messages/healthMessages';
import { historyMessages } from './messages/historyMessages';
import { labelMessages } from './messages/labelMessages';
import { listMessages } from './messages/listMessages';
import { verdictMessages } from './messages/verdictMessages';
import { workloadsMessages } from './messages/workloadsMessages';

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
    ...gateMessages,
    ...workloadsMessages,
    ...findingPanelMessages,
    ...historyMessages,
    ...clusterPanelMessages,
    ...listMessages,
    ...fleetMessages,
  },
});

/** Turns a message key and its values into words in the reader's language. */
export type Translate = TranslationFunction<
  typeof labelContractTranslationRef.T
>;
