import { makeStyles, useTheme } from '@material-ui/core/styles';
import AutorenewIcon from '@material-ui/icons/Autorenew';
import CancelIcon from '@material-ui/icons/Cancel';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import ErrorIcon from '@material-ui/icons/Error';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { ReactNode } from 'react';
import { labelContractTranslationRef } from '../../translation';
import {
  VerdictWords,
  describeContract,
  describeHealth,
} from '../../words/describeVerdicts';
import { Pips } from '../Pips/Pips';
import { mutedColor, toneColors } from '../tones';

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
    word: {
      display: 'flex',
      alignItems: 'center',
      gap: 6,
      margin: '2px 0',
      fontSize: 18,
      lineHeight: '26px',
      fontWeight: 700,
    },
    icon: { width: 22, height: 22, flex: 'none' },
    detail: {
      fontSize: 13,
      lineHeight: '20px',
      color: theme.palette.text.primary,
    },
  }),
  { name: 'LabelContractVerdicts' },
);

const ICONS: Record<VerdictWords['mark'], typeof CheckCircleIcon> = {
  good: CheckCircleIcon,
  violated: CancelIcon,
  failing: ErrorIcon,
  busy: AutorenewIcon,
  none: RemoveCircleOutlineIcon,
  unknown: HelpOutlineIcon,
};

interface VerdictProps {
  readonly label: string;
  readonly words: VerdictWords;
  readonly isOld: boolean;
  readonly children?: ReactNode;
}

function Verdict({ label, words, isOld, children }: VerdictProps) {
  const classes = useStyles();
  const theme = useTheme();
  const Icon = ICONS[words.mark];
  const { text } = toneColors(theme, isOld ? 'calm' : words.tone);
  return (
    <div>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value}>
        <div className={classes.word} style={{ color: text }}>
          <Icon className={classes.icon} aria-hidden />
          {words.word}
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
  return (
    <dl className={classes.root}>
      <Verdict
        label={t('verdict.contract')}
        words={describeContract(report, t)}
        isOld={isOld}
      >
        {report.visible.of > 0 && (
          <Pips visible={report.visible} isOld={isOld} />
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
