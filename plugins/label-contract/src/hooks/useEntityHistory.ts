import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { EntityHistory } from '@portal-operations/plugin-label-contract-common';
import { labelContractApiRef } from '../api/LabelContractApi';
import { Live, useLive } from './useLive';

/**
 * The past is written a second or two after a change, so a signal of the change may come too early for it;
 * and whoever has just put something right looks for it there.
 */
const INTERVAL_MILLISECONDS = 10_000;

/** What happened to an entity, kept fresh. */
export function useEntityHistory(entityRef: string): Live<EntityHistory> {
  const api = useApi(labelContractApiRef);
  return useLive({
    key: entityRef,
    ask: signal => api.getEntityHistory(parseEntityRef(entityRef), { signal }),
    intervalMilliseconds: INTERVAL_MILLISECONDS,
  });
}
