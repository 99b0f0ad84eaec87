import { useApi } from '@backstage/core-plugin-api';
import {
  UnclaimedQuery,
  UnclaimedReport,
} from '@portal-operations/plugin-label-contract-common';
import { labelContractApiRef } from '../api/LabelContractApi';
import { ShownOptions, keyOfShown, intervalOfShown } from './shownOptions';
import { Live, useLive } from './useLive';

/** One page of the unclaimed workloads, kept fresh. */
export function useUnclaimed(
  query: UnclaimedQuery,
  options: ShownOptions,
): Live<UnclaimedReport> {
  const api = useApi(labelContractApiRef);
  return useLive({
    key: keyOfShown(query, options),
    ask: signal => api.getUnclaimed(query, { signal }),
    keepsLast: true,
    intervalMilliseconds: intervalOfShown(options),
  });
}
