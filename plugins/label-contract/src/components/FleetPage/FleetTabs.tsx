import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { labelContractTranslationRef } from '../../translation';
import { focusRing, mutedColor } from '../tones';
import {
  FLEET_TABS,
  FleetSearch,
  FleetTab,
  formatFleetSearch,
} from './fleetSearch';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      flexWrap: 'wrap',
      gap: '8px 24px',
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    tabs: { display: 'flex', flexWrap: 'wrap', gap: 4 },
    tab: {
      padding: '12px 12px 10px',
      borderBottom: '2px solid transparent',
      fontSize: 14,
      lineHeight: '20px',
      fontWeight: 700,
      whiteSpace: 'nowrap',
      textDecoration: 'none',
      color: mutedColor(theme),
      '&:hover': { color: theme.palette.text.primary },
      '&:focus-visible': { ...focusRing(theme), outlineOffset: -2 },
      '&[aria-current=page]': {
        color: theme.palette.primary.main,
        borderBottomColor: theme.palette.primary.main,
      },
    },
    count: { fontWeight: 400 },
    narrowAside: { paddingBottom: 8 },
    narrowTabs: { gap: 0 },
    narrowTab: { padding: '12px 6px 10px' },
  }),
  { name: 'LabelContractFleetTabs' },
);

/** Props of {@link FleetTabs}. */
export interface FleetTabsProps {
  readonly search: FleetSearch;
  /** How much each view holds without any filter; undefined as long as nobody knows. */
  readonly counts: Readonly<Record<FleetTab, number | undefined>>;
  readonly isNarrow: boolean;
  /** Stands opposite. */
  readonly children: ReactNode;
}

/** The views of the page. They are links, so that each can be opened and sent by its address. */
export function FleetTabs(props: FleetTabsProps) {
  const { search, counts, isNarrow, children } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <div className={classes.root}>
      <nav
        className={
          isNarrow ? `${classes.tabs} ${classes.narrowTabs}` : classes.tabs
        }
        aria-label={t('fleet.tabs')}
      >
        {FLEET_TABS.map(tab => (
          <Link
            key={tab}
            className={
              isNarrow ? `${classes.tab} ${classes.narrowTab}` : classes.tab
            }
            aria-current={tab === search.tab ? 'page' : undefined}
            to={{ search: formatFleetSearch({ ...search, tab }).toString() }}
          >
            {t(`fleet.${tab}`)}{' '}
            <span className={classes.count}>{counts[tab]}</span>
          </Link>
        ))}
      </nav>
      <div className={isNarrow ? classes.narrowAside : undefined}>
        {children}
      </div>
    </div>
  );
}
