import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { LiveState, Received } from '../../hooks/liveState';
import { useNow } from '../../hooks/useNow';
import { useStaleAfter } from '../../hooks/useStaleAfter';
import { Translate, labelContractTranslationRef } from '../../translation';
import {
  asOfReport,
  clustersNotRead,
  describeClusters,
} from '../../words/describeClusters';
import { describeAge } from '../../words/describeTime';
import { FreshnessLine, FreshnessWords } from './FreshnessLine';

/** A moment, and the age in milliseconds from which an answer is old. */
interface Clock {
  readonly now: number;
  readonly staleAfter: number;
}

function freshnessOfReport(
  received: Received<EntityReport>,
  { now, staleAfter }: Clock,
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
    isOld: now - time.getTime() > staleAfter,
    time,
  };
}

function freshnessOf(
  state: LiveState<EntityReport>,
  clock: Clock,
  t: Translate,
): FreshnessWords | undefined {
  switch (state.kind) {
    case 'answered':
      return freshnessOfReport(state.last, clock, t);
    case 'failed': {
      if (!state.last) {
        return undefined;
      }
      const time = new Date(state.last.receivedAt);
      return {
        words: t('fresh.lastReport', { age: describeAge(time, clock.now, t) }),
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
  const staleAfter = useStaleAfter();
  const freshness = freshnessOf(state, { now, staleAfter }, t);
  return freshness ? <FreshnessLine {...freshness} /> : null;
}
