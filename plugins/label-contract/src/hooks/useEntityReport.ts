import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { isError } from '@backstage/errors';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { labelContractApiRef } from '../api/LabelContractApi';
import {
  ReportEvent,
  ReportState,
  nextReportState,
  pollDelayMilliseconds,
} from './reportState';

const INTERVAL_MILLISECONDS = 5_000;

/** HTTP status of a failure; undefined where no answer came. */
function statusOf(error: unknown): number | undefined {
  if (isError(error) && 'statusCode' in error) {
    return typeof error.statusCode === 'number' ? error.statusCode : undefined;
  }
  return undefined;
}

/** The report of an entity, kept fresh, and a way to ask at once. */
export interface EntityReportPoll {
  readonly state: ReportState;
  readonly retry: () => void;
}

/**
 * Asks for an entity's report every 5 seconds while the page is visible. Keeps the last answer when
 * a request fails; a request under way never takes the answer from the screen.
 */
export function useEntityReport(
  entityRef: string,
  options?: { intervalMilliseconds?: number },
): EntityReportPoll {
  const interval = options?.intervalMilliseconds ?? INTERVAL_MILLISECONDS;
  const api = useApi(labelContractApiRef);
  const [state, dispatch] = useReducer(nextReportState, { kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt(count => count + 1), []);
  const shownRef = useRef(entityRef);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isAsking = false;
    let current: ReportState = { kind: 'loading' };

    if (shownRef.current !== entityRef) {
      shownRef.current = entityRef;
      dispatch({ kind: 'restarted' });
    }

    function settle(event: ReportEvent) {
      current = nextReportState(current, event);
      dispatch(event);
    }

    async function ask() {
      isAsking = true;
      try {
        const report = await api.getEntityReport(parseEntityRef(entityRef), {
          signal,
        });
        if (!signal.aborted) {
          settle({
            kind: 'received',
            received: { report, receivedAt: Date.now() },
          });
        }
      } catch (error) {
        if (!signal.aborted) {
          settle({ kind: 'refused', status: statusOf(error) });
        }
      }
      isAsking = false;
      schedule();
    }

    function schedule() {
      if (!signal.aborted && !document.hidden) {
        timer = setTimeout(ask, pollDelayMilliseconds(current, interval));
      }
    }

    function onVisibilityChange() {
      clearTimeout(timer);
      if (!document.hidden && !isAsking) {
        ask();
      }
    }

    document.addEventListener('visibilitychange', onVisibilityChange);
    ask();
    return () => {
      controller.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibilityChange);
    };
  }, [api, entityRef, interval, attempt]);

  return { state, retry };
}
