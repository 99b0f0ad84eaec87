import { EventFacts } from '@portal-operations/plugin-label-contract-common';
import { factsFromMessage } from '../facts/factsFromMessage';
import { JsonNode } from '../facts/JsonNode';

/** Events that are kept of one object. */
const MOST_EVENTS = 20;

/** What is kept of a list of Events: the newest, newest last. @throws InputError with the path of a field of another type. */
export function factsFromEvents(raw: unknown): EventFacts[] {
  return new JsonNode(raw)
    .at('items')
    .items()
    .map(factsFromEvent)
    .sort((a, b) =>
      (a.lastSeenAt ?? '').localeCompare(b.lastSeenAt ?? '', 'en'),
    )
    .slice(-MOST_EVENTS);
}

function factsFromEvent(event: JsonNode): EventFacts {
  return {
    reason: event.at('reason').optionalText() ?? '',
    message: factsFromMessage(event.at('message')) ?? '',
    // Older writers count in `lastTimestamp`, newer ones in a series, and a first time is only in `eventTime`.
    lastSeenAt:
      event.at('series', 'lastObservedTime').optionalText() ??
      event.at('lastTimestamp').optionalText() ??
      event.at('eventTime').optionalText(),
  };
}
