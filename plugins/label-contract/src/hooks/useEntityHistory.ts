import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { EntityHistory } from '@portal-operations/plugin-label-contract-common';
import { labelContractApiRef } from '../api/LabelContractApi';
import { Live, useLive } from './useLive';

/** The past changes seldom, and nobody waits for it. */
const INTERVAL_MILLISECONDS = 30_000;

/** What happened to an entity, kept fresh. */
export function useEntityHistory(entityRef: string): Live<EntityHistory> {
  const api = useApi(labelContractApiRef);
  return useLive({
    key: entityRef,
    ask: signal => api.getEntityHistory(parseEntityRef(entityRef), { signal }),
    intervalMilliseconds: INTERVAL_MILLISECONDS,
  });
}
