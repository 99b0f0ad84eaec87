import { isNeverOpened } from './keepWhatRuns';

describe('isNeverOpened', () => {
  it.each([
    'yarn.lock',
    'embedded/bare-fs/index.js',
    'node_modules/a/dist/index.js.map',
    'node_modules/a/dist/index.d.ts',
    'node_modules/@scope/a/dist/index.d.cts',
  ])('says so of %s', file => {
    expect(isNeverOpened(file)).toBe(true);
  });

  it.each([
    'package.json',
    'config.d.ts',
    'dist/index.cjs.js',
    'dist/index.cjs.js.map',
    'dist-scalprum/static/a.js.map',
    'migrations/1.js',
    'node_modules/a/index.js',
    'node_modules/a/package.json',
    'node_modules/a/LICENSE',
  ])('does not say so of %s', file => {
    expect(isNeverOpened(file)).toBe(false);
  });
});
