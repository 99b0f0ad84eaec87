import { parseGitPlace } from './parseGitPlace';

const order = { service: 'component:default/order-tracker', team: 'inventory' };

describe('parseGitPlace', () => {
  it('takes the branch main and a folder for each service', () => {
    expect(parseGitPlace(order)).toEqual({
      service: 'order-tracker',
      team: 'inventory',
      branch: 'main',
      path: 'services/order-tracker',
    });
  });

  it.each([
    ['.', ''],
    ['clusters/prod/', 'clusters/prod'],
    ['a.b/c_d', 'a.b/c_d'],
  ])('takes the path %s', (path, expected) => {
    expect(parseGitPlace({ ...order, path }).path).toBe(expected);
  });

  it.each([
    '..',
    'a/../b',
    '/etc',
    'a//b',
    '.git/hooks',
    'a/.GIT',
    'a\\b',
    'ü',
  ])('refuses the path %s', path => {
    expect(() => parseGitPlace({ ...order, path })).toThrow(/^path: found/);
  });

  it.each(['a..b', '-f', 'a b', 'a/', 'a.lock', '../main'])(
    'refuses the branch %s',
    branch => {
      expect(() => parseGitPlace({ ...order, branch })).toThrow(
        /^branch: found/,
      );
    },
  );
});
