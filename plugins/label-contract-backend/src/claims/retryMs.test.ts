import { retryMs } from './retryMs';

describe('retryMs', () => {
  it.each([
    [1, 0, 1_000],
    [1, 0.5, 1_500],
    [2, 0, 2_000],
    [6, 0.25, 40_000],
    [7, 0, 60_000],
    [1_000, 0.999, 119_940],
  ])('after %i failures, with %f, is %i', (failures, random, expected) => {
    expect(retryMs({ failures, random })).toBe(expected);
  });
});
