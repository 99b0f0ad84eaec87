import { cardMessages } from './cardMessages';
import { claimMessages } from './claimMessages';
import { clusterMessages } from './clusterMessages';
import { clusterPanelMessages } from './clusterPanelMessages';
import { deskMessages } from './deskMessages';
import { evidenceMessages } from './evidenceMessages';
import { findingPanelMessages } from './findingPanelMessages';
import { fixMessages } from './fixMessages';
import { fleetMessages } from './fleetMessages';
import { gateMessages } from './gateMessages';
import { healthMessages } from './healthMessages';
import { historyMessages } from './historyMessages';
import { labelMessages } from './labelMessages';
import { listMessages } from './listMessages';
import { localeMessages } from './localeMessages';
import { verdictMessages } from './verdictMessages';
import { workloadsMessages } from './workloadsMessages';

/** Every message in English; other languages are in `translations`. */
export const messages = {
  ...localeMessages,
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
} as const;
