import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { describeClusters } from '../../words/describeClusters';
import { mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      flexWrap: 'wrap',
      gap: '4px 16px',
      minHeight: 40,
      marginTop: 'auto',
      padding: '10px 16px',
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: 13,
      lineHeight: '20px',
      color: mutedColor(theme),
    },
  }),
  { name: 'LabelContractCardFooter' },
);

/** Props of {@link CardFooter}. */
export interface CardFooterProps {
  /** Undefined while the report loads: the room is taken. */
  readonly report: EntityReport | undefined;
}

/** Which clusters speak. A report that was opted out of has no clusters to speak of. */
export function CardFooter({ report }: CardFooterProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const isIgnored =
    report?.contract.verdict === 'not-applicable' &&
    report.contract.reason === 'opted-out';
  if (isIgnored) {
    return null;
  }
  return (
    <footer className={classes.root}>
      <span>{report && describeClusters(report, Date.now(), t)}</span>
    </footer>
  );
}
