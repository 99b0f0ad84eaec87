import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: 10,
      gridTemplateColumns: 'minmax(0, 1fr)',
      color: theme.palette.text.primary,
      overflowWrap: 'anywhere',
      '& p': {
        margin: 0,
        maxWidth: '68ch',
        fontSize: 14,
        lineHeight: '20px',
      },
      '& h3': { margin: 0, fontSize: 15, lineHeight: '22px', fontWeight: 700 },
      '& small': { fontSize: 13, lineHeight: '20px', color: mutedColor(theme) },
    },
  }),
  { name: 'LabelContractExplanation' },
);

/** What stands in a finding's place where nothing is wrong, or nothing can be said. */
export function Explanation({ children }: { children: ReactNode }) {
  const classes = useStyles();
  return <div className={classes.root}>{children}</div>;
}
