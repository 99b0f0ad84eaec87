import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { labelContractTranslationRef } from '../../translation';
import { focusRing, toneColors } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      gap: 6,
      minHeight: 36,
      fontSize: 13,
      lineHeight: '20px',
      background: toneColors(theme, 'busy').tint,
      color: theme.palette.text.primary,
    },
    button: {
      minWidth: 0,
      minHeight: 28,
      padding: '0 6px',
      fontSize: 13,
      fontWeight: 700,
      textTransform: 'none',
      letterSpacing: 'normal',
      '&:focus-visible': focusRing(theme),
    },
  }),
  { name: 'LabelContractChangedRows' },
);

/** Props of {@link ChangedRows}. */
export interface ChangedRowsProps {
  /** Rows that are new, gone or elsewhere. */
  readonly count: number;
  /** Takes the order of today. */
  readonly onShow: () => void;
}

/** Says that the order of today is another one: nothing moves until the reader wants it to. */
export function ChangedRows({ count, onShow }: ChangedRowsProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <div role="status" className={count > 0 ? classes.root : undefined}>
      {count > 0 && (
        <>
          {t('fleet.changed', { count })}
          <span aria-hidden>·</span>
          <Button
            className={classes.button}
            color="primary"
            disableRipple
            aria-label={t('fleet.showChanged', { count })}
            onClick={onShow}
          >
            {t('fleet.show')}
          </Button>
        </>
      )}
    </div>
  );
}
