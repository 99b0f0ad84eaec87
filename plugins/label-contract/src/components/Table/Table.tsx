/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   a browser takes the roles of a table from its layout, and a list has another one */
import { makeStyles } from '@material-ui/core/styles';
import ArrowDownwardIcon from '@material-ui/icons/ArrowDownward';
import ArrowUpwardIcon from '@material-ui/icons/ArrowUpward';
import { ReactNode } from 'react';
import { focusRing, mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: 14,
      lineHeight: '20px',
      color: theme.palette.text.primary,
    },
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
    cell: {
      padding: '9px 8px',
      verticalAlign: 'top',
      textAlign: 'left',
      fontWeight: 400,
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
      '&:first-child': { paddingLeft: 16 },
      '&:last-child': { paddingRight: 16 },
    },
    number: { textAlign: 'right', whiteSpace: 'nowrap' },
    // Where there is no room for columns, a row is a small table of its own.
    list: {
      '&, & tbody, & tr, & td, & th': { display: 'block' },
      '& thead': {
        position: 'absolute',
        width: 1,
        height: 1,
        overflow: 'hidden',
        clip: 'rect(0 0 0 0)',
      },
      '& tr': {
        display: 'grid',
        gap: '4px 16px',
        gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
        padding: '12px 16px',
        borderTop: `1px solid ${theme.palette.divider}`,
      },
      '& td, & th': {
        padding: '0 !important',
        border: 0,
        textAlign: 'left',
        whiteSpace: 'normal',
      },
    },
    wide: { gridColumn: '1 / -1' },
    label: {
      display: 'block',
      fontSize: 12,
      lineHeight: '16px',
      color: mutedColor(theme),
    },
  }),
  { name: 'LabelContractTable' },
);

/** One column of a {@link Table}. */
export interface TableColumn<Row> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
  /** Takes the whole line where a table folds into a list. */
  readonly isWide?: boolean;
  /** Place in such a list, from 0; those without one come first, as they are. */
  readonly placeInList?: number;
  /** True where the cell says there by itself what it is. */
  readonly isUnlabelled?: boolean;
  /** Makes the title a button. `direction` is undefined while another column sorts. */
  readonly sort?: {
    readonly direction: 'ascending' | 'descending' | undefined;
    readonly onSort: () => void;
  };
}

/** Props of {@link Table}. */
export interface TableProps<Row> {
  /** What the table holds, for those who listen. */
  readonly label: string;
  /** The first one names the row. */
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Folds into a list. */
  readonly isNarrow: boolean;
}

/**
 * A table, or where it is narrow a list. The roles are said outright: a browser takes them from what is
 * not laid out as a table, and cells would lose their titles.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { label, columns, rows, keyOf, isNarrow } = props;
  const classes = useStyles();
  const [first, ...others] = columns;
  const placeOf = ({ placeInList }: TableColumn<Row>) =>
    isNarrow && placeInList !== undefined ? { order: placeInList } : undefined;
  const classOf = ({ isNumber, isWide }: TableColumn<Row>) =>
    [
      classes.cell,
      isNumber && !isNarrow ? classes.number : '',
      isWide && isNarrow ? classes.wide : '',
    ].join(' ');
  return (
    <table
      role="table"
      aria-label={label}
      className={isNarrow ? `${classes.table} ${classes.list}` : classes.table}
    >
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(column => (
            <HeadCell key={column.id} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(row => (
          <tr key={keyOf(row)} role="row">
            {first && (
              <th
                role="rowheader"
                scope="row"
                className={classOf(first)}
                style={placeOf(first)}
              >
                {first.cell(row)}
              </th>
            )}
            {others.map(column => (
              <td
                key={column.id}
                role="cell"
                className={classOf(column)}
                style={placeOf(column)}
              >
                {isNarrow && !column.isUnlabelled && (
                  <span className={classes.label} aria-hidden>
                    {column.title}
                  </span>
                )}
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HeadCell<Row>({ column }: { readonly column: TableColumn<Row> }) {
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
