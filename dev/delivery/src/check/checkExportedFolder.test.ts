import { deliveredPlugins } from '../plugins/deliveredPlugins';
import { checkExportedFolder } from './checkExportedFolder';
import type { ExportedFolder } from './ExportedFolder';

const [backendPlugin, , frontendPlugin] = deliveredPlugins;

interface Change {
  /** Fields to set in package.json. */
  manifest?: Record<string, unknown>;
  addFiles?: { path: string; size?: number }[];
  removeFiles?: string[];
  documents?: Partial<ExportedFolder['documents']>;
}

function exportedFolder(
  base: {
    manifest: Record<string, unknown>;
    files: string[];
    documents: ExportedFolder['documents'];
  },
  change: Change,
): ExportedFolder {
  const document = {
    name: '@scope/plugin-x-dynamic',
    version: '1.0.0',
    ...base.manifest,
    ...change.manifest,
  };
  return {
    folder: '/exported',
    manifest: { name: document.name, version: document.version, document },
    files: [...base.files.filter(file => !change.removeFiles?.includes(file))]
      .map(path => ({ path, size: 10 }))
      .concat(
        (change.addFiles ?? []).map(({ path, size = 10 }) => ({ path, size })),
      ),
    documents: { ...base.documents, ...change.documents },
  };
}

const aBackend = (change: Change = {}) =>
  exportedFolder(
    {
      manifest: {
        main: 'dist/index.cjs.js',
        backstage: {
          role: 'backend-plugin',
          'supported-versions': '>=1.42.0 <2',
        },
        dependencies: { express: '^4.0.0' },
        configSchema: 'config.d.ts',
      },
      files: ['dist/index.cjs.js', 'node_modules/express/package.json'],
      documents: {
        configSchema: {
          $schema: 'https://json-schema.org/draft-07/schema#',
          type: 'object',
        },
      },
    },
    change,
  );

const aFrontend = (change: Change = {}) =>
  exportedFolder(
    {
      manifest: {
        main: 'dist/remoteEntry.js',
        backstage: {
          role: 'frontend-plugin',
          'supported-versions': '>=1.42.0 <2',
          features: { '.': '@backstage/FrontendPlugin' },
        },
        scalprum: {
          name: 'scope.plugin-x',
          exposedModules: { PluginRoot: './src/legacy.ts' },
        },
      },
      files: [
        'dist/remoteEntry.js',
        'dist/static/a.js',
        'dist-scalprum/scope.plugin-x.js',
        'dist-scalprum/static/exposed-PluginRoot.0a.chunk.js',
      ],
      documents: {
        scalprumManifest: {
          name: 'scope.plugin-x',
          loadScripts: ['scope.plugin-x.js'],
        },
        federationManifest: {
          metaData: { remoteEntry: { name: 'remoteEntry.js' } },
          exposes: [
            {
              name: '.',
              assets: { js: { sync: ['static/a.js'], async: [] } },
            },
          ],
        },
      },
    },
    change,
  );

describe('checkExportedFolder', () => {
  it('lets a good backend plugin and a good frontend plugin pass', () => {
    expect(() =>
      checkExportedFolder({ plugin: backendPlugin, exported: aBackend() }),
    ).not.toThrow();
    expect(() =>
      checkExportedFolder({ plugin: frontendPlugin, exported: aFrontend() }),
    ).not.toThrow();
  });

  const bad: [string, Change, RegExp][] = [
    ['no entry point', { manifest: { main: undefined } }, /no field 'main'/],
    [
      'an entry point that was not packed',
      { removeFiles: ['dist/index.cjs.js'] },
      /main is 'dist\/index\.cjs\.js', and there is no such file/,
    ],
    [
      'another role',
      { manifest: { backstage: { role: 'node-library' } } },
      /backend plugin or module; it is "node-library"/,
    ],
    [
      'one supported version, as the exporter fills in',
      {
        manifest: {
          backstage: { role: 'backend-plugin', 'supported-versions': '1.55.0' },
        },
      },
      /range of Backstage versions; it is "1\.55\.0"/,
    ],
    [
      'no supported versions',
      { manifest: { backstage: { role: 'backend-plugin' } } },
      /range of Backstage versions; it is undefined/,
    ],
    [
      'a range that leaves a Developer Hub out',
      {
        manifest: {
          backstage: {
            role: 'backend-plugin',
            'supported-versions': '^1.49.0',
          },
        },
      },
      /every Developer Hub.*; not 1\.42\.5, not 1\.45\.3$/,
    ],
    [
      'a dependency that is not inside',
      { removeFiles: ['node_modules/express/package.json'] },
      /missing: express/,
    ],
    [
      'a Backstage package inside another package',
      {
        addFiles: [
          { path: 'node_modules/a/node_modules/@backstage/errors/x.js' },
          { path: 'node_modules/a/node_modules/@backstage/errors/y.js' },
        ],
      },
      /portal provides is inside; @backstage\/errors$/,
    ],
    [
      'a prebuilt binary',
      { addFiles: [{ path: 'node_modules/bare-fs/prebuilds/linux/a.bare' }] },
      /native code is inside; node_modules\/bare-fs\/prebuilds\/linux\/a\.bare/,
    ],
    [
      'a file that the installer refuses',
      { addFiles: [{ path: 'dist/big.js', size: 20_000_001 }] },
      /dist\/big\.js \(20000001\)/,
    ],
    [
      'an empty configuration schema',
      { documents: { configSchema: {} } },
      /configSchema\.json is missing/,
    ],
  ];
  it.each(bad)('refuses a backend plugin with %s', (_, change, message) => {
    expect(() =>
      checkExportedFolder({
        plugin: backendPlugin,
        exported: aBackend(change),
      }),
    ).toThrow(message);
  });

  const badFrontends: [string, Change, RegExp][] = [
    [
      'a Scalprum manifest of another name',
      {
        documents: {
          scalprumManifest: { name: 'y', loadScripts: ['scope.plugin-x.js'] },
        },
      },
      /package\.json says 'scope\.plugin-x'.*says 'y'/,
    ],
    [
      'no Scalprum manifest',
      { documents: { scalprumManifest: undefined } },
      /names no 'loadScripts'/,
    ],
    [
      'a missing script',
      { removeFiles: ['dist-scalprum/scope.plugin-x.js'] },
      /scope\.plugin-x\.js is missing/,
    ],
    [
      'no chunk for PluginRoot',
      { removeFiles: ['dist-scalprum/static/exposed-PluginRoot.0a.chunk.js'] },
      /no exposed-PluginRoot/,
    ],
    [
      'a second module in the federation manifest',
      {
        documents: {
          federationManifest: {
            exposes: [{ name: '.' }, { name: './legacy' }],
          },
        },
      },
      /exposes \["\.","\.\/legacy"\]/,
    ],
    [
      'no federation manifest',
      { documents: { federationManifest: undefined } },
      /exposes \[\]/,
    ],
    [
      'a missing federated file',
      { removeFiles: ['dist/static/a.js'] },
      /static\/a\.js is missing/,
    ],
    [
      'no map of features',
      {
        manifest: {
          backstage: {
            role: 'frontend-plugin',
            'supported-versions': '>=1.42.0 <2',
          },
        },
      },
      /backstage\.features is undefined/,
    ],
  ];
  it.each(badFrontends)(
    'refuses a frontend plugin with %s',
    (_, change, message) => {
      expect(() =>
        checkExportedFolder({
          plugin: frontendPlugin,
          exported: aFrontend(change),
        }),
      ).toThrow(message);
    },
  );

  it('names the plugin, and every check that failed in one error', () => {
    const exported = aBackend({ manifest: { main: undefined, backstage: {} } });
    const run = () => checkExportedFolder({ plugin: backendPlugin, exported });
    expect(run).toThrow(/export of @scope\/plugin-x-dynamic in \/exported/);
    expect(run).toThrow(/no field 'main'/);
    expect(run).toThrow(/backstage\.role is that of a backend plugin/);
    expect(run).toThrow(/backstage\.supported-versions is a range/);
  });
});
