import { retryAfterOf } from './retryAfterOf';

describe('retryAfterOf', () => {
  it.each([
    [429, '1', 1_000],
    [503, '30', 30_000],
    [500, '0', 0],
  ])('is what an API server says with %d and %s', (status, said, expected) => {
    expect(retryAfterOf({ status, headers: { 'retry-after': said } })).toBe(
      expected,
    );
  });

  it.each([
    ['a refusal that is final', 403, '1'],
    ['a pause that nobody would wait for', 429, '31'],
    ['a date', 503, 'Wed, 21 Oct 2026 07:28:00 GMT'],
    ['garbage', 429, '-1'],
  ])('is nothing for %s', (_, status, said) => {
    expect(
      retryAfterOf({ status, headers: { 'retry-after': said } }),
    ).toBeUndefined();
  });

  it('is nothing without the header', () => {
    expect(retryAfterOf({ status: 503, headers: {} })).toBeUndefined();
  });
});
