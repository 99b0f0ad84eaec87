import { makeStyles } from '@material-ui/core/styles';
import ArrowForwardIcon from '@material-ui/icons/ArrowForward';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { describeClusters } from '../../words/describeClusters';
import { focusRing, mutedColor } from '../tones';

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
    link: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      minHeight: 24,
      marginLeft: 'auto',
      fontSize: 14,
      fontWeight: 700,
      '& svg': { width: 16, height: 16 },
      '&:focus-visible': focusRing(theme),
    },
  }),
  { name: 'LabelContractCardFooter' },
);

/** Props of {@link CardFooter}. */
export interface CardFooterProps {
  /** Undefined while the report loads: the room is taken. */
  readonly report: EntityReport | undefined;
  readonly tabPath?: string;
}

/** Which clusters speak. A report that was opted out of has no clusters to speak of. */
export function CardFooter({ report, tabPath }: CardFooterProps) {
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
      {report && tabPath && (
        <Link to={tabPath} className={classes.link} underline="hover">
          {t('card.openTab')}
          <ArrowForwardIcon aria-hidden />
        </Link>
      )}
    </footer>
  );
}
