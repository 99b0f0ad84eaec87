import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      minWidth: 0,
      // What does not fit can be reached.
      overflowX: 'auto',
      ...(theme.palette.type === 'dark' && {
        boxShadow: `0 0 0 1px ${theme.palette.divider}`,
      }),
    },
  }),
  { name: 'LabelContractSheet' },
);

/** Props of {@link Sheet}. */
export interface SheetProps {
  /** What it holds, for those who listen. */
  readonly label: string;
  /** True while it still answers the question before. */
  readonly isBusy: boolean;
  readonly children: ReactNode;
}

/** A sheet of paper without a title, for a table that the page's tab names. */
export function Sheet({ label, isBusy, children }: SheetProps) {
  const classes = useStyles();
  return (
    <Card
      component="section"
      aria-label={label}
      aria-busy={isBusy}
      className={classes.root}
    >
      {children}
    </Card>
  );
}
