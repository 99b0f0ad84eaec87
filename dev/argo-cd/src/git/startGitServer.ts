import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answerByCgi } from './answerByCgi';
import { gitEnvironment } from './gitEnvironment';
import { runGit } from './runGit';

/** Name and password of HTTP's basic authentication. */
export interface GitCredentials {
  username: string;
  password: string;
}

/** Options of {@link startGitServer}. */
export interface StartGitServerOptions {
  /** What a push has to bring. Default is that everybody may push. Everybody may read. */
  credentials?: GitCredentials;
  /** Gets a line for each answer that is an error. */
  log?: (line: string) => void;
}

/** Git repositories over HTTP, on the loopback interface. */
export interface GitServer {
  /** Address without a slash at the end. */
  url: string;
  /**
   * Makes an empty repository whose branch is `main`.
   * @param name - such as `payments` or `team/payments`, without `.git`
   * @param options.preReceive - shell script that runs before a push is taken, and refuses it by failing
   * @returns the address to clone
   */
  createRepository(
    name: string,
    options?: { preReceive?: string },
  ): Promise<string>;
  /** Stops answering and forgets the repositories. Safe to call twice. */
  stop(): Promise<void>;
}

const loopback = '127.0.0.1';

/** The service that a request needs: fetching and pushing begin with the same address and a different query. */
function isPush(url: URL): boolean {
  return (
    url.pathname.endsWith('/git-receive-pack') ||
    url.searchParams.get('service') === 'git-receive-pack'
  );
}

function hasCredentials(
  request: IncomingMessage,
  { username, password }: GitCredentials,
): boolean {
  const expected = Buffer.from(`${username}:${password}`).toString('base64');
  return request.headers.authorization === `Basic ${expected}`;
}

/** The variables that `git http-backend` reads; see git-http-backend(1). */
function backendEnvironment(options: {
  request: IncomingMessage;
  url: URL;
  folder: string;
}): NodeJS.ProcessEnv {
  const { request, url, folder } = options;
  const { headers } = request;
  return {
    ...gitEnvironment(folder),
    GIT_PROJECT_ROOT: folder,
    GIT_HTTP_EXPORT_ALL: '1',
    REQUEST_METHOD: request.method,
    PATH_INFO: url.pathname,
    QUERY_STRING: url.search.slice(1),
    CONTENT_TYPE: headers['content-type'],
    CONTENT_LENGTH: headers['content-length'],
    HTTP_CONTENT_ENCODING: headers['content-encoding'],
    REMOTE_ADDR: loopback,
    // Protocol version 2, which clients ask for; without it they fall back to 0.
    GIT_PROTOCOL: [headers['git-protocol']].flat()[0],
  };
}

async function requireHttpBackend(home: string): Promise<void> {
  // Without a request it fails, too; git says it in other words when it has no such command.
  await runGit(['http-backend'], { home }).catch(error => {
    if (/not a git command|ENOENT/.test(error.message)) {
      throw new Error(
        `Git is needed, with its command http-backend: ${error.message}`,
      );
    }
  });
}

/**
 * Serves bare repositories by `git http-backend` on a free loopback port.
 * Throws where git has no `http-backend`; some distributions keep it in a package of its own.
 */
export async function startGitServer(
  options: StartGitServerOptions = {},
): Promise<GitServer> {
  const { credentials, log = () => {} } = options;
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-git-'));
  const backends = new Set<ChildProcess>();

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(`http://${loopback}${request.url}`);
    response.on('finish', () => {
      if (response.statusCode >= 400) {
        log(`git: ${response.statusCode} ${request.method} ${request.url}`);
      }
    });
    if (credentials && isPush(url) && !hasCredentials(request, credentials)) {
      request.resume();
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' });
      response.end();
      return;
    }
    const backend = answerByCgi({
      request,
      response,
      command: ['git', 'http-backend'],
      environment: backendEnvironment({ request, url, folder }),
    });
    backends.add(backend);
    backend.on('close', () => backends.delete(backend));
  };

  const server = createServer(answer);
  try {
    await requireHttpBackend(folder);
    server.listen({ host: loopback, port: 0 });
    await once(server, 'listening');
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const address = server.address();
  if (typeof address !== 'object' || !address) {
    throw new Error('A server that listens on TCP has no port');
  }
  const base = `http://${loopback}:${address.port}`;

  let stopping: Promise<void> | undefined;
  const stop = async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
    await Promise.all([...backends].map(backend => once(backend, 'close')));
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return {
    url: base,
    async createRepository(name, { preReceive } = {}) {
      if (!/^[\w-]+(\/[\w-]+)*$/.test(name)) {
        throw new Error(`'${name}' is no name for a repository`);
      }
      const repository = path.join(folder, `${name}.git`);
      await runGit(['init', '--bare', '--initial-branch=main', repository], {
        home: folder,
      });
      await runGit(['config', 'http.receivepack', 'true'], {
        home: folder,
        folder: repository,
      });
      if (preReceive) {
        await writeFile(
          path.join(repository, 'hooks', 'pre-receive'),
          `#!/bin/sh\n${preReceive}\n`,
          { mode: 0o755 },
        );
      }
      return `${base}/${name}.git`;
    },
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}
