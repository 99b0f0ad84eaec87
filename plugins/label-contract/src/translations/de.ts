import { cardMessages } from './de/cardMessages';
import { claimMessages } from './de/claimMessages';
import { clusterMessages } from './de/clusterMessages';
import { clusterPanelMessages } from './de/clusterPanelMessages';
import { deskMessages } from './de/deskMessages';
import { evidenceMessages } from './de/evidenceMessages';
import { findingPanelMessages } from './de/findingPanelMessages';
import { fixMessages } from './de/fixMessages';
import { fleetMessages } from './de/fleetMessages';
import { gateMessages } from './de/gateMessages';
import { healthMessages } from './de/healthMessages';
import { historyMessages } from './de/historyMessages';
import { labelMessages } from './de/labelMessages';
import { listMessages } from './de/listMessages';
import { localeMessages } from './de/localeMessages';
import { verdictMessages } from './de/verdictMessages';
import { workloadsMessages } from './de/workloadsMessages';
import { flattenMessages } from './flattenMessages';

/** Every message in German. */
export default flattenMessages({
  ...cardMessages,
  ...claimMessages,
  ...clusterMessages,
  ...clusterPanelMessages,
  ...deskMessages,
  ...evidenceMessages,
  ...findingPanelMessages,
  ...fixMessages,
  ...fleetMessages,
  ...gateMessages,
  ...healthMessages,
  ...historyMessages,
  ...labelMessages,
  ...listMessages,
  ...localeMessages,
  ...verdictMessages,
  ...workloadsMessages,
});
