import { KUBERNETES_ID } from '../annotations';
import { HistoryView, LabelChange, PastClaim } from '../match/HistoryView';

/** What is remembered; nothing where not said. */
export function aHistory(options: {
  /** By uid of the workload, newest first. */
  changes?: Readonly<Record<string, readonly LabelChange[]>>;
  /** By entity ref, newest first. */
  claims?: Readonly<Record<string, readonly PastClaim[]>>;
  /** By entity ref. */
  lastMatched?: Readonly<
    Record<string, ReturnType<HistoryView['lastMatched']>>
  >;
}): HistoryView {
  const { changes = {}, claims = {}, lastMatched = {} } = options;
  return {
    labelChangesOf: ({ uid }) => changes[uid] ?? [],
    claimsBefore: entityRef => claims[entityRef] ?? [],
    lastMatched: entityRef => lastMatched[entityRef],
  };
}

/** A label that changed while nobody looked for two minutes; say only what matters. */
export function aLabelChange(change: Partial<LabelChange>): LabelChange {
  return {
    level: 'pod-template',
    key: KUBERNETES_ID,
    between: { from: '2026-01-01T09:40:00Z', to: '2026-01-01T09:42:00Z' },
    ...change,
  };
}
