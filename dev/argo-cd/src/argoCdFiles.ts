import path from 'node:path';

/** Where the files of one running Argo CD are. */
export interface ArgoCdFiles {
  logs: string;
  home: string;
  temporary: string;
  redisData: string;
  /** Link by the name that makes the program a server. */
  redisServer: string;
  /** Socket; its path has to stay below 104 characters. */
  askPass: string;
  /** Folders for what an installation mounts; all empty. */
  tls: string;
  ssh: string;
  gpg: string;
  plugins: string;
}

/** Names the files in the folder of a running Argo CD. */
export function argoCdFiles(folder: string): ArgoCdFiles {
  return {
    logs: path.join(folder, 'logs'),
    home: path.join(folder, 'home'),
    temporary: path.join(folder, 'tmp'),
    redisData: path.join(folder, 'redis'),
    redisServer: path.join(folder, 'redis-server'),
    askPass: path.join(folder, 'ask'),
    tls: path.join(folder, 'tls'),
    ssh: path.join(folder, 'ssh'),
    gpg: path.join(folder, 'gpg'),
    plugins: path.join(folder, 'plugins'),
  };
}

/** The folders that have to be there before the programs start. */
export function foldersOf(files: ArgoCdFiles): string[] {
  const { redisServer, askPass, ...folders } = files;
  return Object.values(folders);
}
