import {
  findIn,
  foldersOfPath,
  installFromDebian,
} from '@internal/control-plane';

/**
 * Names of one and the same program: Debian has it as `redis-check-rdb` in the package `redis-tools`, and makes
 * `redis-server` a link to it in a package of its own, which would also start a server for the whole machine.
 */
const names = ['redis-server', 'redis-check-rdb'];

async function findRedis(): Promise<string | undefined> {
  for (const name of names) {
    const file = await findIn(foldersOfPath(), name);
    if (file) {
      return file;
    }
  }
  return undefined;
}

/**
 * Finds redis on PATH, else installs Debian's package where this process may.
 * @returns the path of a program that is a server when it is started by the name `redis-server`
 */
export async function provideRedis(options: {
  log: (line: string) => void;
  signal?: AbortSignal;
}): Promise<string> {
  const found = await findRedis();
  if (found) {
    return found;
  }
  const problem =
    (await installFromDebian({ name: 'redis-tools', ...options })) ??
    'apt-get installed a package without that program';
  const installed = await findRedis();
  if (installed) {
    return installed;
  }
  throw new Error(
    `Argo CD needs redis. PATH has neither ${names.join(
      ' nor ',
    )}, and ${problem}. Install redis 7 or newer.`,
  );
}
