import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import RefreshIcon from '@material-ui/icons/Refresh';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { labelContractTranslationRef } from '../../translation';
import { Notice } from '../Notice/Notice';
import { edgeColor, focusRing } from '../tones';

const useStyles = makeStyles(
  theme => ({
    button: {
      minHeight: 32,
      padding: '0 12px',
      border: `1px solid ${edgeColor(theme)}`,
      fontSize: 13,
      lineHeight: '20px',
      fontWeight: 700,
      textTransform: 'none',
      letterSpacing: 'normal',
      '&:focus-visible': focusRing(theme),
    },
    // Material UI sets the size by a selector of the same weight.
    icon: { '&& > svg': { fontSize: 16 } },
  }),
  { name: 'LabelContractFailedNotice' },
);

/** Props of {@link FailedNotice}. */
export interface FailedNoticeProps {
  /** HTTP status; undefined where nothing answered. */
  readonly status?: number;
  /** True where an older answer is still shown. */
  readonly hasLast: boolean;
  readonly onRetry: () => void;
}

/** The last request failed. */
export function FailedNotice({ status, hasLast, onRetry }: FailedNoticeProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <Notice
      kind="failed"
      title={hasLast ? t('failed.title') : t('failed.titleWithoutLast')}
    >
      <p>
        {status === undefined
          ? t('failed.noAnswer')
          : t('failed.status', { status: String(status) })}
        {hasLast && ` ${t('failed.lastShown')}`}
      </p>
      <Button
        className={classes.button}
        classes={{ startIcon: classes.icon }}
        color="primary"
        disableRipple
        startIcon={<RefreshIcon />}
        onClick={onRetry}
      >
        {t('failed.again')}
      </Button>
    </Notice>
  );
}
