import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { focusRing, mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      fontSize: 13,
      lineHeight: '20px',
      color: mutedColor(theme),
      overflowWrap: 'anywhere',
      '& > summary': {
        width: 'fit-content',
        maxWidth: '100%',
        minHeight: 24,
        lineHeight: '24px',
        color: theme.palette.text.primary,
        cursor: 'pointer',
        '&:focus-visible': focusRing(theme),
      },
      '& ul': { margin: '4px 0 0', padding: '0 0 0 18px' },
      '& p': { margin: '4px 0 0' },
    },
  }),
  { name: 'LabelContractDisclosure' },
);

/** Props of {@link Disclosure}. */
export interface DisclosureProps {
  readonly summary: string;
  readonly children: ReactNode;
}

/** Details that few need, folded behind one line. */
export function Disclosure({ summary, children }: DisclosureProps) {
  const classes = useStyles();
  return (
    <details className={classes.root}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
