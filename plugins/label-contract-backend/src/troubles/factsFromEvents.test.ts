import { factsFromEvents } from './factsFromEvents';

describe('factsFromEvents', () => {
  it('keeps reason, message and time of the newest, newest last', () => {
    const at = (minute: number) =>
      `2026-01-01T10:${String(minute).padStart(2, '0')}:00Z`;
    const items = [
      { reason: 'Newest', message: 'c', series: { lastObservedTime: at(50) } },
      ...Array.from({ length: 30 }, (_, minute) => ({
        reason: 'Counted',
        message: 'b',
        eventTime: null,
        lastTimestamp: at(minute),
      })),
      { reason: 'First', message: 'a', eventTime: at(40) },
    ];
    const events = factsFromEvents({ items });
    expect(events).toHaveLength(20);
    expect(events.slice(-2)).toEqual([
      { reason: 'First', message: 'a', lastSeenAt: at(40) },
      { reason: 'Newest', message: 'c', lastSeenAt: at(50) },
    ]);
  });

  it('masks secrets, and stands an Event that says nothing', () => {
    const [masked, empty] = factsFromEvents({
      items: [
        { message: 'cannot reach https://robot:s3cret@host.test/' },
        { metadata: {} },
      ],
    });
    expect(masked.message).not.toContain('s3cret');
    expect(empty).toEqual({ reason: '', message: '', lastSeenAt: undefined });
  });
});
