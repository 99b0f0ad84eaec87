import { median, quantile } from './median';

describe('median', () => {
  it('is the middle number, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it('is between the two in the middle of an even count', () => {
    expect(median([4, 1, 2, 100])).toBe(3);
  });

  it('refuses to speak of no numbers', () => {
    expect(() => median([])).toThrow('no numbers');
  });
});

describe('quantile', () => {
  it('finds the number below which a share lies', () => {
    const numbers = Array.from({ length: 101 }, (_, number) => number);
    expect(quantile(numbers, 0.99)).toBe(99);
    expect(quantile(numbers, 0)).toBe(0);
    expect(quantile(numbers, 1)).toBe(100);
  });
});
