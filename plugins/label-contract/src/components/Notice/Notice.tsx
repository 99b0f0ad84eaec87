import { makeStyles, useTheme } from '@material-ui/core/styles';
import LockIcon from '@material-ui/icons/Lock';
import SearchIcon from '@material-ui/icons/Search';
import VisibilityOffIcon from '@material-ui/icons/VisibilityOff';
import WarningIcon from '@material-ui/icons/Warning';
import { ReactNode } from 'react';
import { Tone } from '../../words/Tone';
import { toneColors } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'flex', gap: 10, padding: 12, borderRadius: 4 },
    icon: { width: 20, height: 20, flex: 'none' },
    body: {
      display: 'grid',
      gap: 6,
      minWidth: 0,
      justifyItems: 'start',
      color: theme.palette.text.primary,
      overflowWrap: 'anywhere',
      '& p': {
        margin: 0,
        maxWidth: '68ch',
        fontSize: 14,
        lineHeight: '20px',
      },
    },
    title: { margin: 0, fontSize: 13, lineHeight: '20px', fontWeight: 700 },
  }),
  { name: 'LabelContractNotice' },
);

const ICONS = {
  forbidden: LockIcon,
  'not-found': SearchIcon,
  ignored: VisibilityOffIcon,
  failed: WarningIcon,
};

/** Props of {@link Notice}. */
export interface NoticeProps {
  readonly kind: keyof typeof ICONS;
  readonly title: string;
  readonly children: ReactNode;
}

/** Stands where there is no verdict, or beside an old one, and says why. */
export function Notice({ kind, title, children }: NoticeProps) {
  const classes = useStyles();
  const theme = useTheme();
  const tone: Tone = kind === 'failed' ? 'warn' : 'calm';
  const { tint, text } = toneColors(theme, tone);
  const Icon = ICONS[kind];
  return (
    <div className={classes.root} style={{ background: tint }}>
      <Icon className={classes.icon} style={{ color: text }} aria-hidden />
      <div className={classes.body}>
        <h3 className={classes.title}>{title}</h3>
        {children}
      </div>
    </div>
  );
}
