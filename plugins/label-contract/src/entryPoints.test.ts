import { relative, sep } from 'node:path';

/** What an entry point may bring before anything is shown; `messages` are the English words of the translation. */
const BROUGHT_AT_ONCE = ['api', 'extensions', 'messages'];

/** The folders of `src` from which modules are loaded now. */
function loadedFolders(): string[] {
  const folders = Object.keys(require.cache)
    .map(file => relative(__dirname, file).split(sep))
    .filter(parts => parts.length > 1 && parts[0] !== '..')
    .map(([folder]) => folder);
  return [...new Set(folders)].sort();
}

beforeEach(() => {
  jest.resetModules();
});

describe.each([
  ['the new frontend system', './index', BROUGHT_AT_ONCE],
  ['the old frontend system', './legacy', ['api', 'messages']],
])('the entry point of %s', (_, entry, folders) => {
  it('loads nothing that is shown', async () => {
    await import(entry);

    expect(loadedFolders()).toEqual(folders);
  });
});

it('loads components, hooks and words with what is shown', async () => {
  await import('./components/FleetContent/FleetContent');

  expect(loadedFolders()).toEqual(
    expect.arrayContaining(['components', 'hooks', 'words']),
  );
});
