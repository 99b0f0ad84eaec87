/** An answer of the backend, and when it arrived here. */
export interface Received<Body> {
  readonly body: Body;
  /** Moment for which the answer speaks; undefined where no cluster is watched without a problem. */
  readonly asOf?: Date;
  /** Milliseconds since 1970, by the browser's clock. */
  readonly receivedAt: number;
}

/** What is known of an answer that is asked for again and again. A failure keeps the last one. */
export type LiveState<Body> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'answered'; readonly last: Received<Body> }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | {
      readonly kind: 'failed';
      /** HTTP status; undefined where nothing answered. */
      readonly status?: number;
      readonly last?: Received<Body>;
    };

/** What happened to a request. */
export type LiveEvent<Body> =
  | { readonly kind: 'restarted' }
  | { readonly kind: 'received'; readonly received: Received<Body> }
  | { readonly kind: 'refused'; readonly status?: number };

/** The last answer, old or not; undefined where there is none to show. */
export function lastOf<Body>(
  state: LiveState<Body>,
): Received<Body> | undefined {
  switch (state.kind) {
    case 'answered':
    case 'failed':
      return state.last;
    case 'loading':
    case 'forbidden':
    case 'not-found':
      return undefined;
    default:
      return state satisfies never;
  }
}

/** The state after an event. 403 and 404 drop the last answer: the reader may not see it any more. */
export function nextLiveState<Body>(
  state: LiveState<Body>,
  event: LiveEvent<Body>,
): LiveState<Body> {
  switch (event.kind) {
    case 'restarted':
      return { kind: 'loading' };
    case 'received':
      return { kind: 'answered', last: event.received };
    case 'refused':
      if (event.status === 403) {
        return { kind: 'forbidden' };
      }
      if (event.status === 404) {
        return { kind: 'not-found' };
      }
      return { kind: 'failed', status: event.status, last: lastOf(state) };
    default:
      return event satisfies never;
  }
}

/** Milliseconds until the next request. What the reader may not see is asked for less often. */
export function pollDelayMilliseconds(
  state: LiveState<unknown>,
  intervalMilliseconds: number,
): number {
  switch (state.kind) {
    case 'loading':
    case 'answered':
      return intervalMilliseconds;
    case 'failed':
      return 2 * intervalMilliseconds;
    case 'forbidden':
    case 'not-found':
      return 6 * intervalMilliseconds;
    default:
      return state satisfies never;
  }
}
