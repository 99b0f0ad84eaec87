import { isError } from '@backstage/errors';
import { useSignal } from '@backstage/plugin-signals-react';
import {
  ChangeSignal,
  SIGNAL_CHANNEL,
} from '@portal-operations/plugin-label-contract-common';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { LabelContractAnswer } from '../api/LabelContractApi';
import {
  LiveEvent,
  LiveState,
  nextLiveState,
  pollDelayMilliseconds,
} from './liveState';

const INTERVAL_MILLISECONDS = 5_000;
/** Where signals say that something changed, asking is only for what they missed. */
const SIGNALLED_INTERVAL_MILLISECONDS = 60_000;
/** Each replica of the backend sends its own signal, and all browsers hear it at once. */
const SIGNAL_REST_MILLISECONDS = { least: 500, spread: 1_500 };

/** HTTP status of a failure; undefined where no answer came. */
function statusOf(error: unknown): number | undefined {
  if (isError(error) && 'statusCode' in error) {
    return typeof error.statusCode === 'number' ? error.statusCode : undefined;
  }
  return undefined;
}

/** What is asked for again and again. */
export interface LiveQuery<Body> {
  /** Says what is asked for: another key is another question. */
  readonly key: string;
  ask(signal: AbortSignal): Promise<LabelContractAnswer<Body>>;
  /** Keeps the last answer on screen until another question is answered, rather than to load anew. */
  readonly keepsLast?: boolean;
  /** 5 s where absent, and without signals. */
  readonly intervalMilliseconds?: number;
}

/** An answer that is kept fresh. */
export interface Live<Body> {
  readonly state: LiveState<Body>;
  /** True while what is on screen answers the question before. */
  readonly isBehind: boolean;
  /** Asks at once. */
  readonly refresh: () => void;
}

/**
 * Asks the backend again and again while the page is visible; when a signal says that something changed,
 * soon after it. Keeps the last answer when a request fails; a request under way never takes the answer
 * from the screen.
 */
export function useLive<Body>(query: LiveQuery<Body>): Live<Body> {
  const { key, keepsLast = false } = query;
  const { lastSignal, isSignalsAvailable } =
    useSignal<ChangeSignal>(SIGNAL_CHANNEL);
  // Signals may be installed here and not at the backend: only one that was heard is believed.
  const areSignalsHeard = isSignalsAvailable && lastSignal !== null;
  const interval =
    query.intervalMilliseconds ??
    (areSignalsHeard ? SIGNALLED_INTERVAL_MILLISECONDS : INTERVAL_MILLISECONDS);

  const reducer: (
    state: LiveState<Body>,
    event: LiveEvent<Body>,
  ) => LiveState<Body> = nextLiveState;
  const [state, dispatch] = useReducer(reducer, { kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const [answeredKey, setAnsweredKey] = useState<string>();
  const refresh = useCallback(() => setAttempt(count => count + 1), []);

  const askRef = useRef(query.ask);
  askRef.current = query.ask;
  const intervalRef = useRef(interval);
  intervalRef.current = interval;
  const stateRef = useRef(state);
  stateRef.current = state;
  const shownRef = useRef(key);
  const askSoonRef = useRef<() => void>(() => {});

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isAsking = false;
    let isAskedAgain = false;

    if (shownRef.current !== key) {
      shownRef.current = key;
      if (!keepsLast) {
        dispatch({ kind: 'restarted' });
      }
    }

    async function eventOfAsking(): Promise<LiveEvent<Body>> {
      try {
        const answer = await askRef.current(signal);
        return {
          kind: 'received',
          received: { ...answer, receivedAt: Date.now() },
        };
      } catch (error) {
        return { kind: 'refused', status: statusOf(error) };
      }
    }

    async function ask() {
      isAsking = true;
      const event = await eventOfAsking();
      isAsking = false;
      if (signal.aborted) {
        return;
      }
      dispatch(event);
      setAnsweredKey(key);
      if (isAskedAgain) {
        isAskedAgain = false;
        askSoon();
        return;
      }
      schedule(
        pollDelayMilliseconds(
          nextLiveState(stateRef.current, event),
          intervalRef.current,
        ),
      );
    }

    function schedule(milliseconds: number) {
      clearTimeout(timer);
      if (!document.hidden) {
        timer = setTimeout(ask, milliseconds);
      }
    }

    function askSoon() {
      if (isAsking) {
        isAskedAgain = true;
        return;
      }
      const { least, spread } = SIGNAL_REST_MILLISECONDS;
      schedule(least + spread * Math.random());
    }

    function onVisibilityChange() {
      clearTimeout(timer);
      if (!document.hidden && !isAsking) {
        ask();
      }
    }

    askSoonRef.current = askSoon;
    document.addEventListener('visibilitychange', onVisibilityChange);
    ask();
    return () => {
      controller.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisibilityChange);
    };
  }, [key, keepsLast, attempt]);

  useEffect(() => {
    if (lastSignal !== null) {
      askSoonRef.current();
    }
  }, [lastSignal]);

  return {
    state,
    isBehind: answeredKey !== undefined && answeredKey !== key,
    refresh,
  };
}
