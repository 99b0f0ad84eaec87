import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { labelContractTranslationRef } from '../../translation';
import { focusRing, monospace, sunkenColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: 0,
      maxHeight: 140,
      overflow: 'auto',
      padding: '8px 12px',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 4,
      background: sunkenColor(theme),
      fontFamily: monospace,
      fontSize: 12.5,
      lineHeight: '20px',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      color: theme.palette.text.primary,
      '& code': { font: 'inherit' },
      '&:focus-visible': focusRing(theme),
    },
  }),
  { name: 'LabelContractLogLines' },
);

/** Props of {@link LogLines}. */
export interface LogLinesProps {
  /** Oldest first. */
  readonly lines: readonly string[];
}

/** The last words of a container. What scrolls can take focus, so that the keyboard reaches it. */
export function LogLines({ lines }: LogLinesProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <pre
      className={classes.root}
      role="group"
      aria-label={t('crash.log')}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <code>{lines.join('\n')}</code>
    </pre>
  );
}
