import { manifestOfFrontend } from './manifestOfFrontend';

describe('manifestOfFrontend', () => {
  it('keeps what loaders read, and drops what names files and packages that are not delivered', () => {
    const kept = {
      name: '@scope/plugin-x-dynamic',
      version: '1.0.0',
      backstage: { role: 'frontend-plugin', features: { '.': 'x' } },
      files: ['dist', 'dist-scalprum'],
      scalprum: { name: 'scope.plugin-x' },
    };
    expect(
      manifestOfFrontend({
        ...kept,
        main: 'src/index.ts',
        types: 'src/index.ts',
        exports: { '.': {} },
        dependencies: { '@scope/plugin-x-common': '^1.0.0' },
        resolutions: { a: 'npm:b' },
      }),
    ).toEqual({ ...kept, main: 'dist/remoteEntry.js' });
  });
});
