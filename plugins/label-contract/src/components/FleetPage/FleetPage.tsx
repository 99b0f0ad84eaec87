import { useApi } from '@backstage/core-plugin-api';
import { labelContractApiRef } from '../../api/LabelContractApi';
import { useClusters } from '../../hooks/useClusters';
import { useExport } from '../../hooks/useExport';
import { useFleet } from '../../hooks/useFleet';
import { useUnclaimed } from '../../hooks/useUnclaimed';
import { Fleet } from './Fleet';
import { useFleetSearch } from './useFleetSearch';

/** A table holds all pages. */
const WHOLE = { cursor: undefined, limit: undefined };

/** The fleet page. What it shows is in its address. */
export function FleetPage() {
  const api = useApi(labelContractApiRef);
  const { search, changeSearch } = useFleetSearch();
  const { tab, services, unclaimed } = search;
  const servicesTable = useExport({
    ask: () => api.getFleetTable({ ...services, ...WHOLE }),
    fileName: 'label-contract-services.csv',
  });
  const unclaimedTable = useExport({
    ask: () => api.getUnclaimedTable({ ...unclaimed, ...WHOLE }),
    fileName: 'label-contract-unclaimed-workloads.csv',
  });
  return (
    <Fleet
      search={search}
      onSearch={changeSearch}
      services={useFleet(services, { isShown: tab === 'services' })}
      unclaimed={useUnclaimed(unclaimed, { isShown: tab === 'unclaimed' })}
      clusters={useClusters({ isShown: tab === 'clusters' })}
      servicesTable={servicesTable}
      unclaimedTable={unclaimedTable}
    />
  );
}
