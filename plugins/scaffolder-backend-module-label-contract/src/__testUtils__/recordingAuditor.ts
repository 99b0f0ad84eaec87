import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';

/** An event of the audit log, with how it ended. */
export interface RecordedEvent extends AuditorServiceCreateEventOptions {
  ended?: 'succeeded' | 'failed';
}

/** An audit log to look at. */
export function recordingAuditor() {
  const events: RecordedEvent[] = [];
  const auditor: AuditorService = {
    async createEvent(options) {
      const event: RecordedEvent = { ...options };
      events.push(event);
      return {
        async success() {
          event.ended = 'succeeded';
        },
        async fail() {
          event.ended = 'failed';
        },
      };
    },
  };
  return { auditor, events };
}
