import { cp, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  buildGoPrograms,
  cacheFolder,
  goEnvironment,
  moduleVersion,
  runToEnd,
  type BuiltPrograms,
} from '@internal/control-plane';
import { argoCdFileName, type ArgoCdPrograms } from './ArgoCdPrograms';
import { provideRedis } from './provideRedis';

/** Options of {@link provideArgoCd}. */
export interface ProvideArgoCdOptions {
  /** Gets plain lines that say what is done and about how long it takes. */
  log?: (line: string) => void;
  signal?: AbortSignal;
}

// This package runs from its sources only and is never bundled or published.
// eslint-disable-next-line no-restricted-syntax
const moduleFolder = path.join(__dirname, '..', '..');
const argoCdModule = 'github.com/argoproj/argo-cd/v3';

const isThere = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

/** Copies the definitions out of the module that the program was built from: Go may forget that one. */
async function provideCrds(built: BuiltPrograms): Promise<string> {
  const { folder, go } = built;
  const crdFolder = path.join(folder, 'crds');
  if (await isThere(crdFolder)) {
    return crdFolder;
  }
  const found = await runToEnd(go.file, {
    arguments: ['list', '-m', '-f', '{{.Dir}}', argoCdModule],
    folder: moduleFolder,
    environment: goEnvironment(),
  });
  const source = found.stdout.trim();
  if (found.code !== 0 || !source) {
    throw new Error(
      `Go does not say where ${argoCdModule} is: ${found.stderr.trim()}`,
    );
  }
  const draft = await mkdtemp(`${crdFolder}.new-`);
  try {
    await cp(path.join(source, 'manifests', 'crds'), draft, {
      recursive: true,
      filter: file => path.basename(file) !== 'kustomization.yaml',
    });
    // Two at once: the second finds the first one's and keeps it.
    await rename(draft, crdFolder).catch(error => {
      if (!['ENOTEMPTY', 'EEXIST'].includes(error.code)) {
        throw error;
      }
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return crdFolder;
}

/**
 * Builds Argo CD once from its Go module into the cache folder, and finds redis or installs it.
 * Throws with what was tried and what to install.
 */
export async function provideArgoCd(
  options: ProvideArgoCdOptions = {},
): Promise<ArgoCdPrograms> {
  const { log = () => {}, signal } = options;
  const redis = await provideRedis({ log, signal });
  const goMod = await readFile(path.join(moduleFolder, 'go.mod'), 'utf8');
  const version = moduleVersion(goMod, argoCdModule);
  const built = await buildGoPrograms(
    {
      title: `Argo CD ${version}`,
      moduleFolder,
      programs: [
        {
          fileName: argoCdFileName,
          goPackage: `${argoCdModule}/cmd`,
          coldBuildMinutes: 5,
        },
      ],
      // Without the version it calls itself 99.99.99.
      linkerFlags: `-s -w -X ${argoCdModule}/common.version=${version.slice(
        1,
      )}`,
      goCaches: '3 GB',
      room: 'argo-cd',
      name: `argo-cd-${version}`,
    },
    { cacheFolder: cacheFolder(), log, signal },
  );
  const crdFolder = await provideCrds(built);
  return { folder: built.folder, crdFolder, redis };
}
