import semver from 'semver';
import type { DeliveredPlugin } from '../plugins/deliveredPlugins';
import type { ExportedFolder } from './ExportedFolder';
import { keysAt, listAt, textAt, textsAt, valueAt } from './valueAt';

/** One thing that has to be true of an exported plugin. */
export interface Check {
  /** States what is wanted; an error repeats it. */
  name: string;
  /** Kind of plugin that it is asked of. */
  kind: DeliveredPlugin['kind'] | 'any';
  /** What was found instead; undefined where all is well. */
  find(exported: ExportedFolder): string | undefined;
}

/**
 * The installer of Red Hat Developer Hub takes a bigger file in a package for an attack and stops (its `MAX_ENTRY_SIZE`,
 * in bytes).
 */
const LARGEST_FILE = 20_000_000;

/** Versions of Backstage in Developer Hub 1.8, 1.9, 1.10 and 2.0. */
const BACKSTAGE_OF_DEVELOPER_HUB = ['1.42.5', '1.45.3', '1.49.4', '1.52.0'];

/** Every check of an exported plugin. */
export const checks: Check[] = [
  {
    name: 'package.json names the entry point, which is there',
    kind: 'any',
    find({ manifest, files }) {
      const main = textAt(manifest.document, 'main');
      if (main === undefined) {
        return "no field 'main'";
      }
      return files.some(file => file.path === main)
        ? undefined
        : `main is '${main}', and there is no such file`;
    },
  },
  {
    name: 'backstage.role is that of a backend plugin or module',
    kind: 'backend',
    find: exported =>
      findRole(exported, ['backend-plugin', 'backend-plugin-module']),
  },
  {
    name: 'backstage.role is that of a frontend plugin',
    kind: 'frontend',
    find: exported => findRole(exported, ['frontend-plugin']),
  },
  {
    name: 'backstage.supported-versions is a range of Backstage versions',
    kind: 'any',
    find({ manifest }) {
      const range = textAt(
        manifest.document,
        'backstage',
        'supported-versions',
      );
      // The exporter writes the one version that it was built with where there is no range.
      return range !== undefined &&
        semver.validRange(range) !== null &&
        semver.valid(range) === null
        ? undefined
        : `it is ${JSON.stringify(range)}`;
    },
  },
  {
    name: 'backstage.supported-versions has the Backstage of every Developer Hub in it that is served',
    kind: 'any',
    find({ manifest }) {
      const range =
        textAt(manifest.document, 'backstage', 'supported-versions') ?? '';
      return listOf(
        BACKSTAGE_OF_DEVELOPER_HUB.map(version =>
          semver.satisfies(version, range) ? undefined : `not ${version}`,
        ),
      );
    },
  },
  {
    name: 'everything that it depends on is inside, except what the portal provides',
    kind: 'backend',
    find({ manifest, files }) {
      const missing = keysAt(manifest.document, 'dependencies').filter(
        name =>
          !files.some(
            file => file.path === `node_modules/${name}/package.json`,
          ),
      );
      return missing.length > 0 ? `missing: ${missing.join(', ')}` : undefined;
    },
  },
  {
    name: 'no package that the portal provides is inside',
    kind: 'any',
    // A second copy of a Backstage package has other service references and other contexts than the portal's own.
    find: ({ files }) =>
      listOf(
        files.map(
          file =>
            /(?:^|\/)node_modules\/(@backstage\/[^/]+)\//.exec(file.path)?.[1],
        ),
      ),
  },
  {
    name: 'no native code is inside',
    kind: 'any',
    find: ({ files }) =>
      listOf(
        files.map(({ path }) =>
          /\.(?:node|bare)$|(?:^|\/)binding\.gyp$/.test(path)
            ? path
            : undefined,
        ),
      ),
  },
  {
    name: `no file is larger than ${LARGEST_FILE} bytes`,
    kind: 'any',
    find: ({ files }) =>
      listOf(
        files.map(({ path, size }) =>
          size > LARGEST_FILE ? `${path} (${size})` : undefined,
        ),
      ),
  },
  {
    name: 'the schema of its configuration is there',
    kind: 'any',
    find({ manifest, documents }) {
      if (textAt(manifest.document, 'configSchema') === undefined) {
        return undefined;
      }
      // A schema without these two is passed over, and then every key is secret for the frontend and unchecked.
      return textAt(documents.configSchema, '$schema') !== undefined &&
        textAt(documents.configSchema, 'type') === 'object'
        ? undefined
        : "configSchema.json is missing, or has no '$schema' and type 'object'";
    },
  },
  {
    name: 'the Scalprum manifest fits the name under which a portal is configured',
    kind: 'frontend',
    find({ manifest, documents }) {
      const wanted = textAt(manifest.document, 'scalprum', 'name');
      const found = textAt(documents.scalprumManifest, 'name');
      return wanted !== undefined && wanted === found
        ? undefined
        : `package.json says '${wanted}', dist-scalprum/plugin-manifest.json says '${found}'`;
    },
  },
  {
    name: 'the scripts of the Scalprum manifest are there',
    kind: 'frontend',
    find({ documents, files }) {
      const scripts = textsAt(documents.scalprumManifest, 'loadScripts');
      if (scripts.length === 0) {
        return "dist-scalprum/plugin-manifest.json names no 'loadScripts'";
      }
      return listOf(
        scripts.map(script =>
          files.some(file => file.path === `dist-scalprum/${script}`)
            ? undefined
            : `${script} is missing`,
        ),
      );
    },
  },
  {
    name: 'Scalprum exposes PluginRoot, the entry point of the legacy shell',
    kind: 'frontend',
    // The manifest that is generated does not name the exposed modules: the request for it and its chunk are what counts.
    find({ manifest, files }) {
      if (
        textAt(
          manifest.document,
          'scalprum',
          'exposedModules',
          'PluginRoot',
        ) === undefined
      ) {
        return "package.json has no 'scalprum.exposedModules.PluginRoot'";
      }
      return files.some(file =>
        /^dist-scalprum\/static\/exposed-PluginRoot\.[^/]+\.js$/.test(
          file.path,
        ),
      )
        ? undefined
        : 'dist-scalprum/static has no exposed-PluginRoot.*.js';
    },
  },
  {
    name: "module federation exposes '.' alone, the entry point of the new frontend system",
    kind: 'frontend',
    find({ documents }) {
      const exposed = listAt(documents.federationManifest, 'exposes').map(
        item => textAt(item, 'name'),
      );
      return exposed.length === 1 && exposed[0] === '.'
        ? undefined
        : `dist/mf-manifest.json exposes ${JSON.stringify(exposed)}`;
    },
  },
  {
    name: 'the files of the module federation manifest are there',
    kind: 'frontend',
    find({ documents, files }) {
      const { federationManifest } = documents;
      const wanted = [
        textAt(federationManifest, 'metaData', 'remoteEntry', 'name') ??
          'the remote entry',
        ...listAt(federationManifest, 'exposes').flatMap(item => [
          ...textsAt(item, 'assets', 'js', 'sync'),
          ...textsAt(item, 'assets', 'js', 'async'),
        ]),
      ];
      return listOf(
        wanted.map(name =>
          files.some(file => file.path === `dist/${name}`)
            ? undefined
            : `${name} is missing`,
        ),
      );
    },
  },
  {
    name: "backstage.features says that '.' is a frontend plugin",
    kind: 'frontend',
    // Developer Hub hides exposed modules that are not in this map. The exporter copies it and does not make it.
    find({ manifest }) {
      const features = valueAt(manifest.document, 'backstage', 'features');
      return textAt(features, '.') === '@backstage/FrontendPlugin'
        ? undefined
        : `backstage.features is ${JSON.stringify(features)}`;
    },
  },
];

function findRole(
  { manifest }: ExportedFolder,
  wanted: string[],
): string | undefined {
  const role = textAt(manifest.document, 'backstage', 'role');
  return role !== undefined && wanted.includes(role)
    ? undefined
    : `it is ${JSON.stringify(role)}`;
}

/** What was found, each once and not more than five, as a sentence can hold no more; undefined for nothing. */
function listOf(found: (string | undefined)[]): string | undefined {
  const each = [...new Set(found.filter(item => item !== undefined))];
  if (each.length === 0) {
    return undefined;
  }
  const more = each.length > 5 ? ` and ${each.length - 5} more` : '';
  return `${each.slice(0, 5).join(', ')}${more}`;
}
