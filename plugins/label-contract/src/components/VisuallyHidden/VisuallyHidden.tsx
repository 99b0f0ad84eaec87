import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  {
    root: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
  },
  { name: 'LabelContractVisuallyHidden' },
);

/** Props of {@link VisuallyHidden}. */
export interface VisuallyHiddenProps {
  readonly role?: 'status';
  readonly children?: ReactNode;
}

/** Words for those who listen. */
export function VisuallyHidden({ role, children }: VisuallyHiddenProps) {
  const classes = useStyles();
  return (
    <span className={classes.root} role={role}>
      {children}
    </span>
  );
}
