import { backoffMs, refusedRetryMs } from './backoff';

describe('backoffMs', () => {
  it('waits 1 to 2 s after the first failure', () => {
    expect(backoffMs({ failures: 1, random: 0 })).toBe(1_000);
    expect(backoffMs({ failures: 1, random: 0.999 })).toBe(1_999);
  });

  it('waits twice as long after each failure', () => {
    const waits = [1, 2, 3, 4].map(failures =>
      backoffMs({ failures, random: 0 }),
    );
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  it.each([6, 40, 5_000])('never waits over 30 s, even after %d', failures => {
    expect(backoffMs({ failures, random: 0 })).toBe(15_000);
    expect(backoffMs({ failures, random: 0.999999 })).toBe(30_000);
  });
});

describe('refusedRetryMs', () => {
  it('waits as after any failure at first: the API server may be starting', () => {
    const waits = [1, 2, 3, 4].map(failures =>
      refusedRetryMs({ failures, random: 0 }),
    );
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  it('waits 60 to 90 s from then on', () => {
    expect(refusedRetryMs({ failures: 5, random: 0 })).toBe(60_000);
    expect(refusedRetryMs({ failures: 500, random: 0.999999 })).toBe(90_000);
  });
});
