import { ReactNode } from 'react';

/** One column of a Table. */
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
