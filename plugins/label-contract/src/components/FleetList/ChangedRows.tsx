import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { labelContractTranslationRef } from '../../translation';
import { TextButton } from '../TextButton/TextButton';
import { toneColors } from '../tones';

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
          <TextButton
            label={t('fleet.showChanged', { count })}
            onClick={onShow}
          >
            {t('fleet.show')}
          </TextButton>
        </>
      )}
    </div>
  );
}
