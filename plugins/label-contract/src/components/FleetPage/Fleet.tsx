import { makeStyles } from '@material-ui/core/styles';
import {
  ClustersReport,
  FleetReport,
  UnclaimedReport,
} from '@portal-operations/plugin-label-contract-common';
import { lastOf } from '../../hooks/liveState';
import { Export } from '../../hooks/useExport';
import { useContainerSize } from '../../hooks/useContainerSize';
import { Live } from '../../hooks/useLive';
import { isReadInPart } from '../../words/describeClusterRow';
import { FleetClusters } from '../FleetClusters/FleetClusters';
import { FleetFreshness } from '../FleetFreshness/FleetFreshness';
import { FleetServices } from '../FleetServices/FleetServices';
import { FleetUnclaimed } from '../FleetUnclaimed/FleetUnclaimed';
import { FleetTabs } from './FleetTabs';
import { FleetSearch } from './fleetSearch';
import { ChangeFleetSearch } from './useFleetSearch';

const useStyles = makeStyles(
  {
    root: { display: 'grid', gap: 16, gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  { name: 'LabelContractFleet' },
);

/** Props of {@link Fleet}. */
export interface FleetProps {
  readonly search: FleetSearch;
  readonly onSearch: ChangeFleetSearch;
  readonly services: Live<FleetReport>;
  readonly unclaimed: Live<UnclaimedReport>;
  readonly clusters: Live<ClustersReport>;
  readonly servicesTable: Export;
  readonly unclaimedTable: Export;
}

/** The fleet page, in every state. Knows nothing of how the answers arrive. */
export function Fleet(props: FleetProps) {
  const { search, onSearch, services, unclaimed, clusters } = props;
  const classes = useStyles();
  const { ref, isNarrow } = useContainerSize();
  return (
    <div className={classes.root} ref={ref}>
      <FleetTabs
        search={search}
        counts={{
          services: lastOf(services.state)?.body.unfilteredItems,
          unclaimed: lastOf(unclaimed.state)?.body.unfilteredItems,
          clusters: lastOf(clusters.state)?.body.items.length,
        }}
        isNarrow={isNarrow}
      >
        <ShownFreshness {...props} />
      </FleetTabs>
      {search.tab === 'services' && (
        <FleetServices
          live={services}
          query={search.services}
          onQuery={(query, options) => onSearch({ services: query }, options)}
          table={props.servicesTable}
          isNarrow={isNarrow}
        />
      )}
      {search.tab === 'unclaimed' && (
        <FleetUnclaimed
          live={unclaimed}
          query={search.unclaimed}
          onQuery={(query, options) => onSearch({ unclaimed: query }, options)}
          table={props.unclaimedTable}
          isNarrow={isNarrow}
        />
      )}
      {search.tab === 'clusters' && (
        <FleetClusters live={clusters} isNarrow={isNarrow} />
      )}
    </div>
  );
}

/** The age of what is shown. */
function ShownFreshness({ search, services, unclaimed, clusters }: FleetProps) {
  switch (search.tab) {
    case 'services':
      return (
        <FleetFreshness
          state={services.state}
          incomplete={lastOf(services.state)?.body.incomplete ?? []}
        />
      );
    case 'unclaimed':
      return (
        <FleetFreshness
          state={unclaimed.state}
          incomplete={lastOf(unclaimed.state)?.body.incomplete ?? []}
        />
      );
    case 'clusters':
      return (
        <FleetFreshness
          state={clusters.state}
          incomplete={
            lastOf(clusters.state)
              ?.body.items.filter(isReadInPart)
              .map(({ name }) => name) ?? []
          }
        />
      );
    default:
      return search.tab satisfies never;
  }
}
