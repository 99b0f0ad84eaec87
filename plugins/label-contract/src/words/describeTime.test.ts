import { englishWords } from '../__testUtils__/englishWords';
import { germanWords } from '../__testUtils__/germanWords';
import { describeAge, describeClock, describeFullTime } from './describeTime';

const now = new Date('2026-01-05T10:00:00Z').getTime();
const t = englishWords();

function ageOf(secondsAgo: number) {
  return describeAge(new Date(now - secondsAgo * 1_000), now, t);
}

describe('describeAge', () => {
  it.each([
    [0, '0 s ago'],
    [59, '59 s ago'],
    [60, '1 min ago'],
    [3_599, '59 min ago'],
  ])('counts %s seconds', (seconds, words) => {
    expect(ageOf(seconds)).toBe(words);
  });

  it('shows the clock from an hour on', () => {
    expect(ageOf(3_600)).toBe(describeClock(new Date(now - 3_600_000), now, t));
  });

  it('takes a time ahead of this clock for now', () => {
    expect(ageOf(-30)).toBe('0 s ago');
  });

  it('puts the German word before the number', async () => {
    const german = await germanWords();
    expect(describeAge(new Date(now - 4_000), now, german)).toBe('vor 4 s');
  });
});

describe('describeClock', () => {
  it('adds the day to a time of more than a day ago', () => {
    const today = describeClock(new Date(now - 3_600_000), now, t);
    const before = describeClock(new Date(now - 90_000_000), now, t);
    expect(today).toMatch(/^\d\d:\d\d/);
    expect(before).toMatch(/4/);
    expect(before.length).toBeGreaterThan(today.length);
  });
});

describe('describeFullTime', () => {
  it('is in the language of the words', async () => {
    const time = new Date(now);
    expect(describeFullTime(time, t)).toContain('January');
    expect(describeFullTime(time, await germanWords())).toContain('Januar');
    expect(describeFullTime(time, await germanWords())).not.toContain(
      'January',
    );
  });
});
