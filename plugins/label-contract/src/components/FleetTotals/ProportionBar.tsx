import { makeStyles, useTheme } from '@material-ui/core/styles';
import { Tone } from '../../words/Tone';
import { edgeColor, toneColors } from '../tones';

const useStyles = makeStyles(
  {
    root: { display: 'flex', gap: 2, height: 8 },
    part: { flexBasis: 0, minWidth: 4, borderRadius: 2 },
  },
  { name: 'LabelContractProportionBar' },
);

/** One part of a bar. Hatched is unknown, an outline is not counted, solid is known. */
export interface BarPart {
  readonly id: string;
  readonly count: number;
  readonly look: Tone | 'hatched' | 'outline';
}

/** Props of {@link ProportionBar}. */
export interface ProportionBarProps {
  /** What it shows, in words. */
  readonly label: string;
  readonly parts: readonly BarPart[];
  /** An old answer loses its colour. */
  readonly isOld: boolean;
}

/** How several numbers relate. It repeats what stands beside it. */
export function ProportionBar({ label, parts, isOld }: ProportionBarProps) {
  const classes = useStyles();
  const theme = useTheme();
  const calm = toneColors(theme, 'calm');
  const styleOf = (look: BarPart['look']) => {
    switch (look) {
      case 'hatched':
        return {
          border: `1px solid ${calm.text}`,
          background: `repeating-linear-gradient(135deg, ${calm.text} 0 1px, transparent 1px 4px)`,
        };
      case 'outline':
        return { border: `1px solid ${edgeColor(theme)}` };
      default:
        return { background: toneColors(theme, isOld ? 'calm' : look).fill };
    }
  };
  return (
    <div className={classes.root} role="img" aria-label={label}>
      {parts
        .filter(({ count }) => count > 0)
        .map(({ id, count, look }) => (
          <span
            key={id}
            className={classes.part}
            style={{ flexGrow: count, ...styleOf(look) }}
          />
        ))}
    </div>
  );
}
