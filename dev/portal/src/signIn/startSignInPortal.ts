import { Cluster, freePorts } from '@internal/control-plane';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Portal, startPortal } from '../startPortal';
import { people } from './people';
import { startOidcServer } from './startOidcServer';
import { writeSignInConfig } from './writeSignInConfig';

/**
 * Starts a portal whose people sign in by OpenID Connect and may do what `install/policies` says, with the server that
 * knows them.
 */
export async function startSignInPortal(options: {
  cluster: Cluster;
  logFile: string;
}): Promise<Portal> {
  const { cluster, logFile } = options;
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const stopOne of stops.splice(0).reverse()) {
      await stopOne();
    }
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'portal-sign-in-'));
    stops.push(() => rm(folder, { recursive: true, force: true }));
    const [port] = await freePorts(1);
    const server = await startOidcServer({
      portalUrl: `http://127.0.0.1:${port}`,
      people,
    });
    stops.push(() => server.stop());
    const portal = await startPortal({
      cluster,
      port,
      logFile,
      configFiles: await writeSignInConfig(folder),
      environment: {
        AUTH_SESSION_SECRET: server.client.secret,
        OIDC_METADATA_URL: server.metadataUrl,
        OIDC_CLIENT_ID: server.client.id,
        OIDC_CLIENT_SECRET: server.client.secret,
      },
    });
    stops.push(() => portal.stop());
    return { ...portal, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
