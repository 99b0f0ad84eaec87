import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { labelContractTranslationRef } from '../../translation';
import { focusRing, mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'flex-end',
      flexWrap: 'wrap',
      gap: '4px 20px',
      minHeight: 44,
      padding: '6px 16px',
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: 13,
      lineHeight: '20px',
      color: mutedColor(theme),
    },
    pages: { display: 'flex', gap: 4 },
    button: { padding: 4, '&:focus-visible': focusRing(theme) },
  }),
  { name: 'LabelContractPager' },
);

/** Where a page stands among all. */
export interface PagePlace {
  readonly items: readonly unknown[];
  readonly totalItems: number;
  /** Position of the first item among all, from 0. */
  readonly offset: number;
  readonly nextCursor?: string;
  readonly previousCursor?: string;
}

/** Props of {@link Pager}. */
export interface PagerProps {
  readonly page: PagePlace;
  /** In which order, in words. */
  readonly order: string;
  /** Undefined for the first page. */
  readonly onPage: (cursor: string | undefined) => void;
}

/** Which part of all is shown, in which order, and the way to the other parts. */
export function Pager({ page, order, onPage }: PagerProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const { items, totalItems, offset, nextCursor, previousCursor } = page;
  const hasOthers = nextCursor !== undefined || previousCursor !== undefined;
  return (
    <footer className={classes.root}>
      <span>{order}</span>
      <span>
        {t('fleet.range', {
          first: offset + 1,
          last: offset + items.length,
          total: totalItems,
        })}
      </span>
      {hasOthers && (
        <nav className={classes.pages} aria-label={t('fleet.pages')}>
          <IconButton
            className={classes.button}
            disableRipple
            aria-label={t('fleet.previous')}
            disabled={previousCursor === undefined}
            onClick={() => onPage(previousCursor)}
          >
            <ChevronLeftIcon />
          </IconButton>
          <IconButton
            className={classes.button}
            disableRipple
            aria-label={t('fleet.next')}
            disabled={nextCursor === undefined}
            onClick={() => onPage(nextCursor)}
          >
            <ChevronRightIcon />
          </IconButton>
        </nav>
      )}
    </footer>
  );
}
