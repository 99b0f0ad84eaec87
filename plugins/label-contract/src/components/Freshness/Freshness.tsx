import { makeStyles, useTheme } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/Warning';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { ReportState } from '../../hooks/reportState';
import { useNow } from '../../hooks/useNow';
import { Translate, labelContractTranslationRef } from '../../translation';
import {
  clustersNotRead,
  describeClusters,
  liveAsOf,
} from '../../words/describeClusters';
import { describeAge } from '../../words/describeTime';
import { mutedColor, toneColors } from '../tones';

/** Above this age an answer of a live cluster is old. Clusters send a sign of life every minute. */
const STALE_AFTER_MILLISECONDS = 120_000;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      fontSize: 13,
      lineHeight: '20px',
      color: mutedColor(theme),
    },
    icon: { width: 16, height: 16 },
  }),
  { name: 'LabelContractFreshness' },
);

interface FreshnessWords {
  readonly words: string;
  readonly isOld: boolean;
  readonly time?: Date;
}

function freshnessOfReport(
  report: EntityReport,
  now: number,
  t: Translate,
): FreshnessWords | undefined {
  const { contract } = report;
  if (
    contract.verdict === 'not-applicable' &&
    contract.reason === 'opted-out'
  ) {
    return undefined;
  }
  const time = liveAsOf(report);
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
  state: ReportState,
  now: number,
  t: Translate,
): FreshnessWords | undefined {
  switch (state.kind) {
    case 'answered':
      return freshnessOfReport(state.last.report, now, t);
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
  readonly state: ReportState;
}

/** How old the answer is, counting up. Never announced: it changes every second. */
export function Freshness({ state }: FreshnessProps) {
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const now = useNow();
  const freshness = freshnessOf(state, now, t);
  if (!freshness) {
    return null;
  }
  const { words, isOld, time } = freshness;
  return (
    <span
      className={classes.root}
      style={isOld ? { color: toneColors(theme, 'warn').text } : undefined}
    >
      {isOld && <WarningIcon className={classes.icon} aria-hidden />}
      {time ? (
        <time dateTime={time.toISOString()} title={time.toLocaleString()}>
          {words}
        </time>
      ) : (
        words
      )}
    </span>
  );
}
