import { makeStyles } from '@material-ui/core/styles';
import ArrowDownwardIcon from '@material-ui/icons/ArrowDownward';
import ArrowUpwardIcon from '@material-ui/icons/ArrowUpward';
import { focusRing, mutedColor } from '../tones';
import { TableColumn } from './TableColumn';

const useStyles = makeStyles(
  theme => ({
    head: {
      padding: '9px 8px',
      textAlign: 'left',
      fontSize: 12,
      lineHeight: '20px',
      fontWeight: 700,
      color: mutedColor(theme),
      whiteSpace: 'nowrap',
      '&:first-child': { paddingLeft: 16 },
      '&:last-child': { paddingRight: 16 },
    },
    sort: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 4,
      minHeight: 24,
      padding: 0,
      border: 0,
      background: 'none',
      color: 'inherit',
      font: 'inherit',
      cursor: 'pointer',
      '&:focus-visible': focusRing(theme),
      '& > svg': { width: 14, height: 14 },
    },
    number: { textAlign: 'right' },
  }),
  { name: 'LabelContractHeadCell' },
);

/** The title of a column; a button, where it sorts. */
export function HeadCell<Row>({
  column,
}: {
  readonly column: TableColumn<Row>;
}) {
  const classes = useStyles();
  const { title, isNumber, sort } = column;
  const className = isNumber
    ? `${classes.head} ${classes.number}`
    : classes.head;
  if (!sort) {
    return (
      <th role="columnheader" scope="col" className={className}>
        {title}
      </th>
    );
  }
  return (
    <th
      role="columnheader"
      scope="col"
      className={className}
      aria-sort={sort.direction ?? 'none'}
    >
      <button type="button" className={classes.sort} onClick={sort.onSort}>
        {title}
        {sort.direction === 'ascending' && <ArrowUpwardIcon aria-hidden />}
        {sort.direction === 'descending' && <ArrowDownwardIcon aria-hidden />}
      </button>
    </th>
  );
}
