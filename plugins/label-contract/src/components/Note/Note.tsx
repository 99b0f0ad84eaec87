import { makeStyles } from '@material-ui/core/styles';
import HistoryIcon from '@material-ui/icons/History';
import LockIcon from '@material-ui/icons/Lock';
import ReplayIcon from '@material-ui/icons/Replay';
import WarningIcon from '@material-ui/icons/Warning';
import { ReactNode } from 'react';
import { mutedColor, toneColors } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: 8,
      margin: 0,
      maxWidth: '68ch',
      fontSize: 13,
      lineHeight: '20px',
      color: mutedColor(theme),
      overflowWrap: 'anywhere',
    },
    warning: { color: toneColors(theme, 'warn').text },
    icon: { width: 16, height: 16, marginTop: 2, flex: 'none' },
  }),
  { name: 'LabelContractNote' },
);

const ICONS = {
  restarts: ReplayIcon,
  history: HistoryIcon,
  warning: WarningIcon,
  locked: LockIcon,
};

/** Props of {@link Note}. */
export interface NoteProps {
  /**
   * `restarts`: what started anew, or will. `history`: since when. `warning`: why it may not last.
   * `locked`: what the reader may not see.
   */
  readonly kind: keyof typeof ICONS;
  readonly children: ReactNode;
}

/** Small print with an icon. */
export function Note({ kind, children }: NoteProps) {
  const classes = useStyles();
  const Icon = ICONS[kind];
  return (
    <p
      className={`${classes.root} ${kind === 'warning' ? classes.warning : ''}`}
    >
      <Icon className={classes.icon} aria-hidden />
      <span>{children}</span>
    </p>
  );
}
