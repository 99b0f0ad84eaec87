import { useApi } from '@backstage/core-plugin-api';
import {
  FleetQuery,
  FleetReport,
} from '@portal-operations/plugin-label-contract-common';
import { labelContractApiRef } from '../api/LabelContractApi';
import { ShownOptions, keyOfShown, intervalOfShown } from './shownOptions';
import { Live, useLive } from './useLive';

/** One page of the fleet, kept fresh. */
export function useFleet(
  query: FleetQuery,
  options: ShownOptions,
): Live<FleetReport> {
  const api = useApi(labelContractApiRef);
  return useLive({
    key: keyOfShown(query, options),
    ask: signal => api.getFleet(query, { signal }),
    keepsLast: true,
    intervalMilliseconds: intervalOfShown(options),
  });
}
