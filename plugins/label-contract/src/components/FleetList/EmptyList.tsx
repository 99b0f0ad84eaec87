import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ReactNode } from 'react';
import { labelContractTranslationRef } from '../../translation';
import { TextButton } from '../TextButton/TextButton';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: 12,
      justifyItems: 'center',
      gridTemplateColumns: 'minmax(0, 1fr)',
      padding: '40px 16px',
    },
    title: {
      margin: 0,
      fontSize: 15,
      lineHeight: '22px',
      fontWeight: 700,
      color: theme.palette.text.primary,
    },
    more: { width: '100%', maxWidth: 560 },
  }),
  { name: 'LabelContractEmptyList' },
);

/** Props of {@link EmptyList}. */
export interface EmptyListProps {
  readonly title: string;
  /** Clears the filters; undefined where none is set. */
  readonly onClear?: () => void;
  readonly children?: ReactNode;
}

/** Stands where a list would, and says what to do. */
export function EmptyList({ title, onClear, children }: EmptyListProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <Card elevation={0} className={classes.root}>
      <h2 className={classes.title}>{title}</h2>
      {children && <div className={classes.more}>{children}</div>}
      {onClear && (
        <TextButton isOutlined onClick={onClear}>
          {t('fleetFilter.clear')}
        </TextButton>
      )}
    </Card>
  );
}
