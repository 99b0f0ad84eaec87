import Card from '@material-ui/core/Card';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      minWidth: 0,
      ...(theme.palette.type === 'dark' && {
        boxShadow: `0 0 0 1px ${theme.palette.divider}`,
      }),
    },
    header: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      flexWrap: 'wrap',
      gap: '2px 12px',
      padding: '14px 16px 12px',
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    title: {
      margin: 0,
      minWidth: 0,
      fontSize: 18,
      lineHeight: '24px',
      fontWeight: 700,
      color: theme.palette.text.primary,
      overflowWrap: 'anywhere',
    },
    aside: {
      fontSize: 13,
      lineHeight: '20px',
      color: mutedColor(theme),
    },
    body: {
      display: 'grid',
      gap: 16,
      gridTemplateColumns: 'minmax(0, 1fr)',
      padding: 16,
    },
    flush: { gap: 0, padding: 0 },
  }),
  { name: 'LabelContractPanel' },
);

/** Props of {@link Panel}. */
export interface PanelProps {
  readonly title: ReactNode;
  /** Name of the region, for those who listen. */
  readonly label: string;
  /** Stands opposite the title, in small print. */
  readonly aside?: ReactNode;
  readonly isBusy?: boolean;
  /** True where the children reach from edge to edge, as a table does. */
  readonly isFlush?: boolean;
  /** Below the body, with a room of its own. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** A sheet of paper with a title: the card, and each part of the tab and the fleet page. */
export function Panel(props: PanelProps) {
  const { title, label, aside, isBusy, isFlush, footer, children } = props;
  const classes = useStyles();
  return (
    <Card
      component="section"
      aria-label={label}
      aria-busy={isBusy}
      className={classes.root}
    >
      <header className={classes.header}>
        <h2 className={classes.title}>{title}</h2>
        {aside && <div className={classes.aside}>{aside}</div>}
      </header>
      <div
        className={isFlush ? `${classes.body} ${classes.flush}` : classes.body}
      >
        {children}
      </div>
      {footer}
    </Card>
  );
}
