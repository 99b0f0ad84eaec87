import { useApi } from '@backstage/core-plugin-api';
import { ClustersReport } from '@portal-operations/plugin-label-contract-common';
import { labelContractApiRef } from '../api/LabelContractApi';
import { ShownOptions, intervalOfShown, keyOfShown } from './shownOptions';
import { Live, useLive } from './useLive';

/** How well each cluster is read, kept fresh. */
export function useClusters(options: ShownOptions): Live<ClustersReport> {
  const api = useApi(labelContractApiRef);
  return useLive({
    key: keyOfShown({}, options),
    ask: signal => api.getClusters({ signal }),
    keepsLast: true,
    intervalMilliseconds: intervalOfShown(options),
  });
}
