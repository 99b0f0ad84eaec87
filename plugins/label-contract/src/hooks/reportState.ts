import { EntityReport } from '@portal-operations/plugin-label-contract-common';

/** A report, and when it arrived here (milliseconds since 1970, by the browser's clock). */
export interface ReceivedReport {
  readonly report: EntityReport;
  readonly receivedAt: number;
}

/** What is known about an entity's report. A failure keeps the last answer. */
export type ReportState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'answered'; readonly last: ReceivedReport }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | {
      readonly kind: 'failed';
      /** HTTP status; undefined where nothing answered. */
      readonly status?: number;
      readonly last?: ReceivedReport;
    };

/** What happened to a request. */
export type ReportEvent =
  | { readonly kind: 'restarted' }
  | { readonly kind: 'received'; readonly received: ReceivedReport }
  | { readonly kind: 'refused'; readonly status?: number };

function lastOf(state: ReportState): ReceivedReport | undefined {
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
export function nextReportState(
  state: ReportState,
  event: ReportEvent,
): ReportState {
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
  state: ReportState,
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
