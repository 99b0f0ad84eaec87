/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   a browser takes the roles of a table from its layout, and a list has another one */
import { makeStyles } from '@material-ui/core/styles';
import { mutedColor } from '../tones';
import { HeadCell } from './HeadCell';
import { TableColumn } from './TableColumn';

const useStyles = makeStyles(
  theme => ({
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: 14,
      lineHeight: '20px',
      color: theme.palette.text.primary,
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
