import Button from '@material-ui/core/Button';
import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import RefreshIcon from '@material-ui/icons/Refresh';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LiveState } from '../../hooks/liveState';
import { labelContractTranslationRef } from '../../translation';
import { Code } from '../Code/Code';
import { Notice } from '../Notice/Notice';
import { edgeColor, focusRing } from '../tones';

const useStyles = makeStyles(
  theme => ({
    button: {
      minHeight: 32,
      padding: '0 12px',
      border: `1px solid ${edgeColor(theme)}`,
      fontSize: 13,
      fontWeight: 700,
      textTransform: 'none',
      letterSpacing: 'normal',
      '&:focus-visible': focusRing(theme),
    },
    // Material UI sets the size by a selector of the same weight.
    icon: { '&& > svg': { fontSize: 16 } },
  }),
  { name: 'LabelContractFleetNotice' },
);

/** Props of {@link FleetNotice}. */
export interface FleetNoticeProps {
  readonly state: LiveState<unknown>;
  /** Name of the permission that it takes. */
  readonly permission: string;
  readonly onRetry: () => void;
}

/** Says why there is no answer, or an old one; nothing where there is one. */
export function FleetNotice(props: FleetNoticeProps) {
  const { state, permission, onRetry } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  switch (state.kind) {
    case 'forbidden':
      return (
        <Card>
          <Notice kind="forbidden" title={t('fleet.forbidden.title')}>
            <p>
              {t('fleet.forbidden.sentence', {
                permission: <Code>{permission}</Code>,
              })}
            </p>
            <p>{t('fleet.forbidden.limit')}</p>
          </Notice>
        </Card>
      );
    case 'not-found':
    case 'failed': {
      const status = state.kind === 'failed' ? state.status : 404;
      const hasLast = state.kind === 'failed' && state.last !== undefined;
      return (
        <Notice
          kind="failed"
          title={
            hasLast
              ? t('fleet.failed.title')
              : t('fleet.failed.titleWithoutLast')
          }
        >
          <p>
            {status === undefined
              ? t('fleet.failed.noAnswer')
              : t('fleet.failed.status', { status: String(status) })}
            {hasLast && ` ${t('fleet.failed.lastShown')}`}
          </p>
          <Button
            className={classes.button}
            classes={{ startIcon: classes.icon }}
            color="primary"
            disableRipple
            startIcon={<RefreshIcon />}
            onClick={onRetry}
          >
            {t('fleet.failed.again')}
          </Button>
        </Notice>
      );
    }
    case 'loading':
    case 'answered':
      return null;
    default:
      return state satisfies never;
  }
}
