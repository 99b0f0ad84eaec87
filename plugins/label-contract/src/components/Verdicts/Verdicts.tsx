import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { ReactNode } from 'react';
import { useNow } from '../../hooks/useNow';
import { labelContractTranslationRef } from '../../translation';
import {
  VerdictWords,
  contractCounts,
  describeContract,
  describeHealth,
} from '../../words/describeVerdicts';
import { describeAge } from '../../words/describeTime';
import { Pips } from '../Pips/Pips';
import { Time } from '../Time/Time';
import { VerdictMark } from '../VerdictMark/VerdictMark';
import { mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: '1fr 1fr',
      gap: 16,
      margin: 0,
    },
    label: { fontSize: 12, lineHeight: '16px', color: mutedColor(theme) },
    value: { margin: 0 },
    word: { display: 'flex', margin: '2px 0' },
    detail: {
      fontSize: 13,
      lineHeight: '20px',
      color: theme.palette.text.primary,
    },
  }),
  { name: 'LabelContractVerdicts' },
);

interface VerdictProps {
  readonly label: string;
  readonly words: VerdictWords;
  readonly lastAt: Date | undefined;
  readonly children?: ReactNode;
}

function Verdict({ label, words, lastAt, children }: VerdictProps) {
  const classes = useStyles();
  return (
    <div>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>
        <div className={classes.word}>
          <VerdictMark
            words={words}
            size="large"
            isOld={lastAt !== undefined}
          />
        </div>
        <div className={classes.detail}>
          {lastAt ? (
            <OldDetail detail={words.detail} lastAt={lastAt} />
          ) : (
            words.detail
          )}
        </div>
        {children}
      </dd>
    </div>
  );
}

/** What was counted, and how long ago. */
function OldDetail(props: { readonly detail: string; readonly lastAt: Date }) {
  const { detail, lastAt } = props;
  const { t } = useTranslationRef(labelContractTranslationRef);
  const age = describeAge(lastAt, useNow(), t);
  return <Time time={lastAt}>{t('verdict.then', { age, detail })}</Time>;
}

/** Props of {@link Verdicts}. */
export interface VerdictsProps {
  readonly report: EntityReport;
  /** Moment of an answer that could not be renewed: it loses its colour, and says its age. */
  readonly lastAt?: Date;
}

/** The two verdicts, side by side, never merged: they send people to different desks. */
export function Verdicts({ report, lastAt }: VerdictsProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const counts = contractCounts(report);
  return (
    <dl className={classes.root}>
      <Verdict
        label={t('verdict.contract')}
        words={describeContract(counts, t)}
        lastAt={lastAt}
      >
        {report.visible.of > 0 && (
          <Pips
            visible={counts.visible}
            lastSeen={counts.lastSeen}
            isOld={lastAt !== undefined}
          />
        )}
      </Verdict>
      <Verdict
        label={t('verdict.health')}
        words={describeHealth(report, t)}
        lastAt={lastAt}
      />
    </dl>
  );
}
