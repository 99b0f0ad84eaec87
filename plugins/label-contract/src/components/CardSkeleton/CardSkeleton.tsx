import { makeStyles } from '@material-ui/core/styles';
import { useHasPassed } from '../../hooks/useHasPassed';
import { toneColors } from '../tones';

const SHOWN_AFTER_MILLISECONDS = 300;

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 16 },
    verdict: { height: 78 },
    bone: {
      display: 'block',
      borderRadius: 3,
      background: toneColors(theme, 'calm').tint,
      maxWidth: '100%',
      height: 14,
      '@media (prefers-reduced-motion: no-preference)': {
        animation: '$pulse 1.6s ease-in-out infinite',
      },
    },
    label: { width: 56, height: 10 },
    word: { width: 112, height: 20, margin: '8px 0' },
    detail: { width: 150 },
    '@keyframes pulse': { '50%': { opacity: 0.55 } },
  }),
  { name: 'LabelContractCardSkeleton' },
);

/** Bones in the shape of a calm card. Takes its room at once, is drawn after 300 milliseconds. */
export function CardSkeleton() {
  const classes = useStyles();
  const isShown = useHasPassed(SHOWN_AFTER_MILLISECONDS);
  return (
    <div className={classes.root} aria-hidden>
      {['contract', 'health'].map(verdict => (
        <div key={verdict} className={classes.verdict}>
          {isShown && (
            <>
              <span className={`${classes.bone} ${classes.label}`} />
              <span className={`${classes.bone} ${classes.word}`} />
              <span className={`${classes.bone} ${classes.detail}`} />
            </>
          )}
        </div>
      ))}
    </div>
  );
}
