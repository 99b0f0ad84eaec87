import { freePorts } from '@internal/control-plane';
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { rootFolder } from '../rootFolder';
import { Person } from './people';

/** An OpenID Connect server that this process started and owns. */
export interface OidcServer {
  /** Address of its metadata. */
  metadataUrl: string;
  /** What the portal knows itself by. */
  client: { id: string; secret: string };
  /** Stops it. Safe to call twice. */
  stop(): Promise<void>;
}

/** Starts an OpenID Connect server on a free port of 127.0.0.1 for one portal, whose people sign in by their name alone. */
export async function startOidcServer(options: {
  portalUrl: string;
  people: readonly Person[];
}): Promise<OidcServer> {
  const { portalUrl, people } = options;
  const [port] = await freePorts(1);
  const client = {
    id: 'portal',
    secret: randomBytes(24).toString('base64url'),
  };
  const child = fork(
    join(rootFolder, 'dev/portal/src/signIn/oidcServer.js'),
    [],
    { execArgv: [], silent: true },
  );
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  let output = '';
  child.stderr?.on('data', chunk => {
    output += chunk;
  });
  // Unread, it would block once it is full.
  child.stdout?.resume();

  child.send({
    port,
    client: {
      ...client,
      redirectUri: `${portalUrl}/api/auth/oidc/handler/frame`,
    },
    people,
  });
  const isListening = await Promise.race([
    once(child, 'message').then(() => true),
    exited.then(() => false),
  ]);
  if (!isListening) {
    throw new Error(`The OpenID Connect server did not start:\n${output}`);
  }
  return {
    metadataUrl: `http://127.0.0.1:${port}/.well-known/openid-configuration`,
    client,
    stop,
  };
}
