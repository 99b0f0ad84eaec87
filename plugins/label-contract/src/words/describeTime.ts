import { Translate } from '../translation';

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;

const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const DAY = { day: 'numeric', month: 'short' } as const;

/** A moment as a clock shows it, with the day if it is more than a day ago. By the reader's locale. */
export function describeClock(time: Date, now: number): string {
  const isToday = now - time.getTime() < DAY_SECONDS * 1_000;
  return new Intl.DateTimeFormat(undefined, {
    ...(isToday ? {} : DAY),
    ...CLOCK,
  }).format(time);
}

/** A moment of the past with its day, by the reader's locale: "14 Nov, 16:03". `time` is ISO 8601. */
export function describeMoment(time: string): string {
  return new Intl.DateTimeFormat(undefined, { ...DAY, ...CLOCK }).format(
    new Date(time),
  );
}

/**
 * How long ago: "4 s ago" up to a minute, "3 min ago" up to an hour, then the clock. A time ahead
 * of the browser's clock is now.
 */
export function describeAge(time: Date, now: number, t: Translate): string {
  const seconds = Math.max(0, Math.floor((now - time.getTime()) / 1_000));
  if (seconds < MINUTE_SECONDS) {
    return t('time.secondsAgo', { seconds: String(seconds) });
  }
  if (seconds < HOUR_SECONDS) {
    return t('time.minutesAgo', {
      minutes: String(Math.floor(seconds / MINUTE_SECONDS)),
    });
  }
  return describeClock(time, now);
}
