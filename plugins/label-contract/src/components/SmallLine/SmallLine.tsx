import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'block',
      fontSize: 12,
      lineHeight: '16px',
      fontWeight: 400,
      color: mutedColor(theme),
    },
  }),
  { name: 'LabelContractSmallLine' },
);

/** Props of {@link SmallLine}. */
export interface SmallLineProps {
  readonly children: ReactNode;
  readonly title?: string;
}

/** Small print below something, on a line of its own. */
export function SmallLine({ children, title }: SmallLineProps) {
  const classes = useStyles();
  return (
    <span className={classes.root} title={title}>
      {children}
    </span>
  );
}
