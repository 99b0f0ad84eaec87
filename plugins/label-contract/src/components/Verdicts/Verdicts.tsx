import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { ReactNode } from 'react';
import { labelContractTranslationRef } from '../../translation';
import {
  VerdictWords,
  contractCounts,
  describeContract,
  describeHealth,
} from '../../words/describeVerdicts';
import { Pips } from '../Pips/Pips';
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
    word: { margin: '2px 0' },
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
  readonly isOld: boolean;
  readonly children?: ReactNode;
}

function Verdict({ label, words, isOld, children }: VerdictProps) {
  const classes = useStyles();
  return (
    <div>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>
        <div className={classes.word}>
          <VerdictMark words={words} size="large" isOld={isOld} />
        </div>
        <div className={classes.detail}>{words.detail}</div>
        {children}
      </dd>
    </div>
  );
}

/** Props of {@link Verdicts}. */
export interface VerdictsProps {
  readonly report: EntityReport;
  /** An old answer loses its colour. */
  readonly isOld: boolean;
}

/** The two verdicts, side by side, never merged: they send people to different desks. */
export function Verdicts({ report, isOld }: VerdictsProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const counts = contractCounts(report);
  return (
    <dl className={classes.root}>
      <Verdict
        label={t('verdict.contract')}
        words={describeContract(counts, t)}
        isOld={isOld}
      >
        {report.visible.of > 0 && (
          <Pips
            visible={counts.visible}
            lastSeen={counts.lastSeen}
            isOld={isOld}
          />
        )}
      </Verdict>
      <Verdict
        label={t('verdict.health')}
        words={describeHealth(report, t)}
        isOld={isOld}
      />
    </dl>
  );
}
