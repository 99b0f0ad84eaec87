import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  Finding,
  Severity,
} from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { VerdictMarkWords } from '../../words/describeVerdicts';
import { RuleId } from '../RuleId/RuleId';
import { VerdictMark } from '../VerdictMark/VerdictMark';

const useStyles = makeStyles(
  {
    root: {
      display: 'flex',
      alignItems: 'center',
      flexWrap: 'wrap',
      gap: '4px 10px',
    },
  },
  { name: 'LabelContractSeverityMark' },
);

const MARKS: Record<Severity, Omit<VerdictMarkWords, 'word'>> = {
  error: { mark: 'failing', tone: 'bad' },
  warning: { mark: 'warning', tone: 'warn' },
  info: { mark: 'note', tone: 'calm' },
};

/** Props of {@link SeverityMark}. */
export interface SeverityMarkProps {
  readonly finding: Pick<Finding, 'severity' | 'rule'>;
}

/** How much a finding weighs, and the rule that says so. */
export function SeverityMark({ finding }: SeverityMarkProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const { severity, rule } = finding;
  return (
    <div className={classes.root}>
      <VerdictMark
        words={{ ...MARKS[severity], word: t(`severity.${severity}`) }}
        size="small"
      />
      <RuleId rule={rule} />
    </div>
  );
}
