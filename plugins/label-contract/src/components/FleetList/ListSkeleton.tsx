import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useHasPassed } from '../../hooks/useHasPassed';
import { labelContractTranslationRef } from '../../translation';
import { VisuallyHidden } from '../VisuallyHidden/VisuallyHidden';
import { toneColors } from '../tones';

const SHOWN_AFTER_MILLISECONDS = 300;
const ROWS = [0, 1, 2, 3, 4, 5, 6, 7];

const useStyles = makeStyles(
  theme => ({
    root: {
      ...(theme.palette.type === 'dark' && {
        boxShadow: `0 0 0 1px ${theme.palette.divider}`,
      }),
    },
    row: {
      display: 'grid',
      alignItems: 'center',
      gap: 24,
      gridTemplateColumns: '2fr 1fr 1fr 3fr',
      height: 39,
      padding: '0 16px',
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    bone: {
      height: 14,
      borderRadius: 3,
      background: toneColors(theme, 'calm').tint,
      '@media (prefers-reduced-motion: no-preference)': {
        animation: '$pulse 1.6s ease-in-out infinite',
      },
    },
    '@keyframes pulse': { '50%': { opacity: 0.55 } },
  }),
  { name: 'LabelContractListSkeleton' },
);

/** Bones in the shape of a list. Takes its room at once, is drawn after 300 milliseconds. */
export function ListSkeleton() {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const isShown = useHasPassed(SHOWN_AFTER_MILLISECONDS);
  return (
    <Card className={classes.root} aria-busy>
      <VisuallyHidden role="status">{t('fleet.loading')}</VisuallyHidden>
      {ROWS.map(row => (
        <div key={row} className={classes.row} aria-hidden>
          {isShown &&
            ['name', 'contract', 'health', 'to-do'].map(bone => (
              <span key={bone} className={classes.bone} />
            ))}
        </div>
      ))}
    </Card>
  );
}
