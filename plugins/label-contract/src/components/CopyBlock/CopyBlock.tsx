import { makeStyles } from '@material-ui/core/styles';
import { monospace, mutedColor, sunkenColor } from '../tones';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: 4, gridTemplateColumns: 'minmax(0, 1fr)' },
    how: {
      minWidth: 0,
      fontSize: 12,
      lineHeight: '16px',
      color: mutedColor(theme),
    },
    block: {
      display: 'grid',
      gap: '0 8px',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      alignItems: 'center',
      padding: '8px 8px 8px 12px',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 4,
      background: sunkenColor(theme),
    },
    text: {
      fontFamily: monospace,
      fontSize: 12.5,
      lineHeight: '20px',
      minWidth: 0,
      // YAML keeps its lines.
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      color: theme.palette.text.primary,
    },
    // Many lines need the whole width, or those that are long break.
    lines: { gridColumn: '1 / -1', padding: '6px 0 2px' },
  }),
  { name: 'LabelContractCopyBlock' },
);

/** Props of {@link CopyBlock}. */
export interface CopyBlockProps {
  /** What to do with the text. */
  readonly how: string;
  readonly text: string;
}

/** A text to copy, and what to do with it. */
export function CopyBlock({ how, text }: CopyBlockProps) {
  const classes = useStyles();
  const hasLines = text.includes('\n');
  return (
    <div className={classes.root}>
      {!hasLines && <span className={classes.how}>{how}</span>}
      <div className={classes.block}>
        {hasLines ? (
          <>
            <span className={classes.how}>{how}</span>
            <CopyButton text={text} />
            <code className={`${classes.text} ${classes.lines}`}>{text}</code>
          </>
        ) : (
          <>
            <code className={classes.text}>{text}</code>
            <CopyButton text={text} />
          </>
        )}
      </div>
    </div>
  );
}
