import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { copyPostgresPrograms } from './postgresPrograms';

/** A PostgreSQL server of its own, on the loopback interface. */
export interface Postgres {
  readonly host: string;
  readonly port: number;
  /** A superuser of this server: it may make databases. */
  readonly user: string;
  readonly password: string;
  /** Ends the server as an outage would; what it stored stays. */
  stopServer(): Promise<void>;
  /** Starts it again, at the same port and with the same data. */
  startServer(): Promise<void>;
  /** Ends the server and forgets its data. Safe to call twice. */
  stop(): Promise<void>;
}

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

interface Server {
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const USER = 'postgres';
const START_LIMIT_MS = 60_000;
/** `nobody` on Linux and macOS; a number needs no entry in the machine's list of users. */
const UNPRIVILEGED = { uid: 65534, gid: 65534 };
const READY = 'ready to accept connections';

/**
 * Runs a program until it ends, or until standard input does: the kernel closes that however this
 * process ends, so no server is left behind. SIGINT is PostgreSQL's fast shutdown.
 */
const GUARD = `
exec 3<&0 </dev/null
"$@" 3<&- &
program=$!
(cat <&3 >/dev/null; kill -INT "$program") 2>/dev/null &
exec 3<&-
trap ':' TERM
wait "$program"
code=$?
kill -TERM 0
exit "$code"
`;

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen({ host: HOST, port: 0, exclusive: true });
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) {
    throw new Error('A server that listens on TCP has no port');
  }
  return address.port;
}

async function startServer(options: {
  program: string;
  data: string;
  port: number;
  owner: Owner;
}): Promise<Server> {
  const { program, data, port, owner } = options;
  const settings = {
    port,
    listen_addresses: HOST,
    unix_socket_directories: '',
    // The data is thrown away, so nothing has to survive a power cut.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  };
  const child = spawn(
    '/bin/sh',
    [
      '-c',
      GUARD,
      'guard',
      program,
      '-D',
      data,
      ...Object.entries(settings).flatMap(([key, value]) => [
        '-c',
        `${key}=${value}`,
      ]),
    ],
    {
      ...owner,
      cwd: data,
      detached: true,
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      stdio: ['pipe', 'ignore', 'pipe'],
    },
  );
  child.stdin.on('error', () => {});
  const ended = new Promise<void>(resolve => {
    child.on('exit', () => resolve());
    child.on('error', () => resolve());
  });
  const stop = async () => {
    child.stdin.end();
    await ended;
  };

  let log = '';
  await new Promise<void>((resolve, reject) => {
    const giveUp = setTimeout(
      () => reject(new Error(`PostgreSQL does not start. Its log:\n${log}`)),
      START_LIMIT_MS,
    );
    child.stderr.on('data', (chunk: Buffer) => {
      // What comes after the start interests nobody, and may be long.
      if (!log.includes(READY)) {
        log += chunk.toString();
      }
      if (log.includes(READY)) {
        clearTimeout(giveUp);
        resolve();
      }
    });
    ended.then(() => {
      clearTimeout(giveUp);
      reject(new Error(`PostgreSQL ended at its start. Its log:\n${log}`));
    });
  }).catch(async error => {
    await stop();
    throw error;
  });
  return { stop };
}

/**
 * Starts a PostgreSQL on a free loopback port with an empty data folder. It ends with this process,
 * whichever way this process ends; `stop()` is the tidy way. PostgreSQL refuses to run as root: then it
 * runs as an unprivileged user, and no user is added to the machine.
 *
 * @throws Error where there are no programs for this platform, or with the log of a server that does
 * not start.
 */
export async function startPostgres(): Promise<Postgres> {
  const owner: Owner = process.getuid?.() === 0 ? UNPRIVILEGED : {};
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-postgres-'));
  const forget = () =>
    rm(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    await chmod(folder, 0o755);
    const programs = await copyPostgresPrograms(folder);
    const data = path.join(folder, 'data');
    const passwordFile = path.join(folder, 'password');
    const password = randomBytes(18).toString('base64url');
    await mkdir(data, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (owner.uid !== undefined && owner.gid !== undefined) {
      await chown(data, owner.uid, owner.gid);
      await chown(passwordFile, owner.uid, owner.gid);
    }
    await promisify(execFile)(
      programs.initdb,
      [
        `--pgdata=${data}`,
        `--username=${USER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--no-sync',
      ],
      { ...owner, cwd: data, env: { PATH: process.env.PATH, LC_ALL: 'C' } },
    );

    const port = await freePort();
    const start = () =>
      startServer({ program: programs.postgres, data, port, owner });
    let server: Server | undefined = await start();
    const stopServer = async () => {
      const running = server;
      server = undefined;
      await running?.stop();
    };
    return {
      host: HOST,
      port,
      user: USER,
      password,
      stopServer,
      async startServer() {
        server ??= await start();
      },
      async stop() {
        await stopServer();
        await forget();
      },
    };
  } catch (error) {
    await forget();
    throw error;
  }
}
