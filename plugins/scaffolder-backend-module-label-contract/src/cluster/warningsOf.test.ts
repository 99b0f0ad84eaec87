import { warningsOf } from './warningsOf';

describe('warningsOf', () => {
  it('reads several warnings, and what is quoted inside', () => {
    expect(
      warningsOf(
        '299 - "would violate PodSecurity \\"restricted:latest\\"", 299 - "v1 Old is deprecated, use v2"',
      ),
    ).toEqual([
      'would violate PodSecurity "restricted:latest"',
      'v1 Old is deprecated, use v2',
    ]);
  });

  it.each([[undefined], [''], ['199 - "of a proxy"'], ['299 - unquoted']])(
    'finds none in %j',
    header => {
      expect(warningsOf(header)).toEqual([]);
    },
  );
});
