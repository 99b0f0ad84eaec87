import { readBenchOptions } from './readBenchOptions';

describe('readBenchOptions', () => {
  it('measures everything in full when nothing is said', () => {
    expect(readBenchOptions([])).toEqual({ names: [], isQuick: false });
  });

  it('takes names, and a small run', () => {
    expect(readBenchOptions(['answers', '--quick', 'start-up'])).toEqual({
      names: ['answers', 'start-up'],
      isQuick: true,
    });
  });

  it('refuses an option that it does not know', () => {
    expect(() => readBenchOptions(['--fast'])).toThrow('--fast');
  });
});
