import { makeStyles, useTheme } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/Warning';
import { Time } from '../Time/Time';
import { mutedColor, toneColors } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      fontSize: 13,
      lineHeight: '20px',
      color: mutedColor(theme),
    },
    icon: { width: 16, height: 16 },
  }),
  { name: 'LabelContractFreshness' },
);

/** How old an answer is, in words. */
export interface FreshnessWords {
  readonly words: string;
  readonly isOld: boolean;
  readonly time?: Date;
}

/** The age of an answer; amber, with an icon, where it is old. */
export function FreshnessLine({ words, isOld, time }: FreshnessWords) {
  const classes = useStyles();
  const theme = useTheme();
  return (
    <span
      className={classes.root}
      style={isOld ? { color: toneColors(theme, 'warn').text } : undefined}
    >
      {isOld && <WarningIcon className={classes.icon} aria-hidden />}
      {time ? <Time time={time}>{words}</Time> : words}
    </span>
  );
}
