import { claimOfEntity } from '../claim/claimOfEntity';
import { HistoryView } from '../match/HistoryView';
import { aHistory, aLabelChange } from './aHistory';
import { ExampleCatalog } from './catalogOfExample';

/** With another entity the page is about what was before: every workload was this one's. */
const wasAllOurs = (['object', 'pod-template'] as const).map(level =>
  aLabelChange({ level, was: 'payments-platform' }),
);

/** What is remembered of an example that shows another entity, or an entity that was changed. */
export function historyOfExample({
  before,
  others,
}: ExampleCatalog): HistoryView | undefined {
  if (before.length === 0 && others.length === 0) {
    return undefined;
  }
  return {
    ...aHistory({}),
    labelChangesOf: () => (others.length > 0 ? wasAllOurs : []),
    claimsBefore: () =>
      before
        .map(claimOfEntity)
        .filter(claim => claim !== undefined)
        .map(({ query, id }) => ({ query, id, until: '2026-01-01T09:40:00Z' })),
  };
}
