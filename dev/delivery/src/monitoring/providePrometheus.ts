import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  cacheFolder,
  findIn,
  foldersOfPath,
  runToEnd,
} from '@internal/control-plane';

/** Absolute paths of Prometheus' programs. */
export interface PrometheusPrograms {
  prometheus: string;
  promtool: string;
}

/** Options of {@link providePrometheus}. */
export interface ProvidePrometheusOptions {
  /** Gets plain lines that say what is done and about how long it takes. */
  log?: (line: string) => void;
  signal?: AbortSignal;
}

const debianPackage = 'prometheus';

async function findPrograms(
  folders: readonly string[],
): Promise<PrometheusPrograms | undefined> {
  const prometheus = await findIn(folders, 'prometheus');
  const promtool = await findIn(folders, 'promtool');
  return prometheus && promtool ? { prometheus, promtool } : undefined;
}

/**
 * Downloads Debian's package and takes the programs out of it. It is not installed: that would start a server for the
 * whole machine.
 * @returns why it could not, as the end of a sentence, or undefined
 */
async function unpackFromDebian(
  programFolder: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const aptGet = await findIn(foldersOfPath(), 'apt-get');
  const dpkgDeb = await findIn(foldersOfPath(), 'dpkg-deb');
  if (!aptGet || !dpkgDeb) {
    return 'this machine has no apt-get and dpkg-deb';
  }
  await mkdir(path.dirname(programFolder), { recursive: true });
  const draft = await mkdtemp(`${programFolder}.new-`);
  const run = (file: string, args: string[]) =>
    runToEnd(file, {
      arguments: args,
      folder: draft,
      environment: process.env,
      signal,
    });
  try {
    let download = await run(aptGet, ['download', debianPackage]);
    if (download.code !== 0 && process.getuid?.() === 0) {
      // A fresh machine does not know yet what there is to download.
      await run(aptGet, ['update']);
      download = await run(aptGet, ['download', debianPackage]);
    }
    const archive = (await readdir(draft)).find(name => name.endsWith('.deb'));
    if (download.code !== 0 || !archive) {
      return `"apt-get download ${debianPackage}" failed: ${download.stderr
        .trim()
        .slice(-500)}`;
    }
    const unpacked = await run(dpkgDeb, ['--extract', archive, 'files']);
    if (unpacked.code !== 0) {
      return `"dpkg-deb --extract" failed: ${unpacked.stderr
        .trim()
        .slice(-500)}`;
    }
    await rename(path.join(draft, 'files', 'usr', 'bin'), programFolder).catch(
      error => {
        // Two at once: the second finds the first one's and keeps it.
        if (!['ENOTEMPTY', 'EEXIST'].includes(error.code)) {
          throw error;
        }
      },
    );
    return undefined;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * Finds Prometheus on PATH, else takes it out of Debian's package into the cache folder, once.
 * Throws with what was tried and what to install.
 */
export async function providePrometheus(
  options: ProvidePrometheusOptions = {},
): Promise<PrometheusPrograms> {
  const { log = () => {}, signal } = options;
  const programFolder = path.join(cacheFolder(), 'prometheus', 'debian');
  const found = await findPrograms([...foldersOfPath(), programFolder]);
  if (found) {
    return found;
  }
  log('Downloading Prometheus with apt-get (20 MB)');
  const problem =
    (await unpackFromDebian(programFolder, signal)) ??
    'the package of Debian has other programs';
  const unpacked = await findPrograms([programFolder]);
  if (unpacked) {
    return unpacked;
  }
  throw new Error(
    `The tests of monitoring need Prometheus. PATH has no prometheus and promtool, and ${problem}. Install Prometheus 2.42 or newer.`,
  );
}
