import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { labelContractApiRef } from '../api/LabelContractApi';
import { Live, useLive } from './useLive';

/** The report of an entity, kept fresh. */
export function useEntityReport(
  entityRef: string,
  options?: { intervalMilliseconds?: number },
): Live<EntityReport> {
  const api = useApi(labelContractApiRef);
  return useLive({
    key: entityRef,
    ask: signal => api.getEntityReport(parseEntityRef(entityRef), { signal }),
    intervalMilliseconds: options?.intervalMilliseconds,
  });
}
