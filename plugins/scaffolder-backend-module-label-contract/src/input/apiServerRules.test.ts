import { quantityValue, requireMetadataKey } from './apiServerRules';

describe('quantityValue', () => {
  it.each([
    ['250m', 0.25],
    ['2', 2],
    ['.5', 0.5],
    ['1Ki', 1024],
    ['1k', 1000],
    ['1.5Gi', 1.5 * 2 ** 30],
    ['2e3', 2000],
    ['1E', 1e18],
  ])('%s is %d', (quantity, value) => {
    expect(quantityValue(quantity)).toBeCloseTo(value);
  });
});

describe('requireMetadataKey', () => {
  it.each(['a', 'example.com/a', 'A_b.c', `${'a'.repeat(253)}/x`])(
    'accepts %s',
    key => {
      expect(requireMetadataKey({ field: 'labels', value: key })).toBe(key);
    },
  );

  it.each(['', '/', 'a/', '/a', 'a/b/c', 'Example.com/a', 'a'.repeat(64)])(
    'refuses %j',
    key => {
      expect(() => requireMetadataKey({ field: 'labels', value: key })).toThrow(
        `labels: found '${key}'`,
      );
    },
  );
});
