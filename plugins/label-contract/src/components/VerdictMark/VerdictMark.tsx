import { makeStyles, useTheme } from '@material-ui/core/styles';
import { VerdictMarkWords } from '../../words/describeVerdicts';
import { toneColors } from '../tones';
import { MarkIcon } from './MarkIcon';

const useStyles = makeStyles(
  {
    root: { display: 'inline-flex', alignItems: 'center', fontWeight: 700 },
    large: { gap: 6, fontSize: 18, lineHeight: '26px' },
    small: { gap: 6, fontSize: 14, lineHeight: '20px', whiteSpace: 'nowrap' },
    largeIcon: { width: 22, height: 22, flex: 'none' },
    smallIcon: { width: 16, height: 16, flex: 'none' },
  },
  { name: 'LabelContractVerdictMark' },
);

/** Props of {@link VerdictMark}. */
export interface VerdictMarkProps {
  readonly words: VerdictMarkWords;
  /** `large` heads a card, `small` stands in a row. */
  readonly size: 'large' | 'small';
  /** An old answer loses its colour. */
  readonly isOld?: boolean;
}

/** A verdict: icon, word and colour, in this order of weight. */
export function VerdictMark({ words, size, isOld = false }: VerdictMarkProps) {
  const classes = useStyles();
  const tone = isOld ? 'calm' : words.tone;
  return (
    <span
      className={`${classes.root} ${classes[size]}`}
      style={{ color: toneColors(useTheme(), tone).text }}
    >
      <MarkIcon
        mark={words.mark}
        tone={tone}
        className={size === 'large' ? classes.largeIcon : classes.smallIcon}
      />
      {words.word}
    </span>
  );
}
