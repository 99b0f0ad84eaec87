import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { LiveState, Received } from '../../hooks/liveState';
import { useNow } from '../../hooks/useNow';
import { Translate, labelContractTranslationRef } from '../../translation';
import {
  asOfReport,
  clustersNotRead,
  describeClusters,
} from '../../words/describeClusters';
import { describeAge } from '../../words/describeTime';
import { FreshnessLine, FreshnessWords } from './FreshnessLine';

/** Above this age an answer of a live cluster is old. Clusters send a sign of life every minute. */
const STALE_AFTER_MILLISECONDS = 120_000;

function freshnessOfReport(
  received: Received<EntityReport>,
  now: number,
  t: Translate,
): FreshnessWords | undefined {
  const { body: report } = received;
  const { contract } = report;
  if (
    contract.verdict === 'not-applicable' &&
    contract.reason === 'opted-out'
  ) {
    return undefined;
  }
  const time = asOfReport(received);
  const missing = clustersNotRead(report);
  if (!time) {
    return missing
      ? { words: describeClusters(report, now, t), isOld: true }
      : { words: t('fresh.firstRead'), isOld: false };
  }
  const age = describeAge(time, now, t);
  if (missing) {
    return {
      words: t('fresh.asOfExcept', { age, clusters: missing }),
      isOld: true,
      time,
    };
  }
  return {
    words: t('fresh.asOf', { age }),
    isOld: now - time.getTime() > STALE_AFTER_MILLISECONDS,
    time,
  };
}

function freshnessOf(
  state: LiveState<EntityReport>,
  now: number,
  t: Translate,
): FreshnessWords | undefined {
  switch (state.kind) {
    case 'answered':
      return freshnessOfReport(state.last, now, t);
    case 'failed': {
      if (!state.last) {
        return undefined;
      }
      const time = new Date(state.last.receivedAt);
      return {
        words: t('fresh.lastReport', { age: describeAge(time, now, t) }),
        isOld: true,
        time,
      };
    }
    case 'loading':
    case 'forbidden':
    case 'not-found':
      return undefined;
    default:
      return state satisfies never;
  }
}

/** Props of {@link Freshness}. */
export interface FreshnessProps {
  readonly state: LiveState<EntityReport>;
}

/** How old the answer is, counting up. Never announced: it changes every second. */
export function Freshness({ state }: FreshnessProps) {
  const { t } = useTranslationRef(labelContractTranslationRef);
  const now = useNow();
  const freshness = freshnessOf(state, now, t);
  return freshness ? <FreshnessLine {...freshness} /> : null;
}
