import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LiveState } from '../../hooks/liveState';
import { useNow } from '../../hooks/useNow';
import { useStaleAfter } from '../../hooks/useStaleAfter';
import { Translate, labelContractTranslationRef } from '../../translation';
import { describeAge } from '../../words/describeTime';
import { FreshnessLine, FreshnessWords } from '../Freshness/FreshnessLine';

/** Props of {@link FleetFreshness}. */
export interface FleetFreshnessProps {
  readonly state: LiveState<unknown>;
  /** Clusters that cannot be read in full, by name. */
  readonly incomplete: readonly string[];
}

/** How old the answer of a fleet is, counting up. Never announced: it changes every second. */
export function FleetFreshness({ state, incomplete }: FleetFreshnessProps) {
  const { t } = useTranslationRef(labelContractTranslationRef);
  const now = useNow();
  const staleAfter = useStaleAfter();
  const words = freshnessOf({ state, incomplete, now, staleAfter }, t);
  return words ? <FreshnessLine {...words} /> : null;
}

function freshnessOf(
  {
    state,
    incomplete,
    now,
    staleAfter,
  }: FleetFreshnessProps & {
    readonly now: number;
    readonly staleAfter: number;
  },
  t: Translate,
): FreshnessWords | undefined {
  if (state.kind === 'failed' && state.last) {
    const time = new Date(state.last.receivedAt);
    return {
      words: t('fleet.lastAnswer', { age: describeAge(time, now, t) }),
      isOld: true,
      time,
    };
  }
  if (state.kind !== 'answered' || !state.last.asOf) {
    return undefined;
  }
  const time = state.last.asOf;
  const age = describeAge(time, now, t);
  return incomplete.length > 0
    ? {
        words: t('fresh.asOfExcept', { age, clusters: incomplete.join(', ') }),
        isOld: true,
        time,
      }
    : {
        words: t('fresh.asOf', { age }),
        isOld: now - time.getTime() > staleAfter,
        time,
      };
}
