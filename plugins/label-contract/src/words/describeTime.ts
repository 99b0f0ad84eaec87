import { Translate } from '../translation';
import { localeOf } from './localeOf';

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;

const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const DAY = { day: 'numeric', month: 'short' } as const;
const FULL = { dateStyle: 'full', timeStyle: 'long' } as const;

/** A moment as a clock shows it, with the day if it is more than a day ago. */
export function describeClock(time: Date, now: number, t: Translate): string {
  const isToday = now - time.getTime() < DAY_SECONDS * 1_000;
  return format(time, { ...(isToday ? {} : DAY), ...CLOCK }, t);
}

/** A moment of the past with its day: "14 Nov, 16:03". `time` is ISO 8601. */
export function describeMoment(time: string, t: Translate): string {
  return format(new Date(time), { ...DAY, ...CLOCK }, t);
}

/** A moment of a day that is known: "16:03". `time` is ISO 8601. */
export function describeMomentOfDay(time: string, t: Translate): string {
  return format(new Date(time), CLOCK, t);
}

/** Whether two moments are of one day, where the reader is. */
export function isSameDay(one: string, other: string | number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

/** A moment with all that there is to know of it: weekday, date, time to the second, time zone. */
export function describeFullTime(time: Date, t: Translate): string {
  return format(time, FULL, t);
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
  return describeClock(time, now, t);
}

function format(
  time: Date,
  options: Intl.DateTimeFormatOptions,
  t: Translate,
): string {
  return new Intl.DateTimeFormat(localeOf(t), options).format(time);
}
