import { homedir } from 'node:os';
import { cacheFolder, workshopFolder } from './folders';

describe('cacheFolder', () => {
  it('is PORTAL_CACHE itself where that is set', () => {
    expect(
      cacheFolder({ PORTAL_CACHE: '/fast/cache', XDG_CACHE_HOME: '/xdg' }),
    ).toBe('/fast/cache');
  });

  it('is a folder of ours in the cache folder of the desktop', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/xdg' })).toBe(
      '/xdg/portal-operations',
    );
  });

  it('is a folder of ours in the home folder otherwise', () => {
    expect(cacheFolder({})).toBe(`${homedir()}/.cache/portal-operations`);
  });
});

describe('workshopFolder', () => {
  it('is where dev/kubectl looks', () => {
    expect(workshopFolder({ PORTAL_CACHE: '/fast/cache' })).toBe(
      '/fast/cache/run/workshop',
    );
  });
});
