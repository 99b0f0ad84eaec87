import { readDurationFromConfig } from '@backstage/config';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { durationToMilliseconds } from '@backstage/types';
import { useMemo } from 'react';

const KEY = 'labelContract.staleAfter';
/** Clusters send a sign of life every 75 s. */
const USUAL_MILLISECONDS = 120_000;

/**
 * Age in milliseconds from which an answer is shown as old: `labelContract.staleAfter`, else 2 minutes.
 * The backend refuses to start with a setting that it cannot read; a page is shown all the same.
 */
export function useStaleAfter(): number {
  const config = useApi(configApiRef);
  return useMemo(() => {
    try {
      return config.has(KEY)
        ? durationToMilliseconds(readDurationFromConfig(config, { key: KEY }))
        : USUAL_MILLISECONDS;
    } catch {
      return USUAL_MILLISECONDS;
    }
  }, [config]);
}
