import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ControlPlane,
  seedWorkshop,
  startControlPlane,
} from '@internal/control-plane';
import { buildApp, Portal, rootFolder, startPortal } from '@internal/portal';
import { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './launchBrowser';
import { untilDenied } from './untilDenied';

const outputFolder = join(rootFolder, 'build/browser-tests');

/** The portal reads it anew whenever it changes. */
const deniedFile = join(outputFolder, 'denied.yaml');

/** Where the portal finds what a file of tests has started beside it. */
const surroundingsFile = join(outputFolder, 'surroundings.yaml');

async function writeDenied(permissions: readonly string[]): Promise<void> {
  await writeFile(
    deniedFile,
    JSON.stringify({ permission: { denied: permissions } }),
  );
}

/**
 * The workshop, running: a cluster with its workloads, the portal, and a browser.
 */
export interface Workshop {
  readonly cluster: ControlPlane;
  readonly portal: Portal;
  /** A new window, signed in as the guest. */
  openPage(options?: BrowserContextOptions): Promise<Page>;
  /** Takes permissions of the label contract from everybody, those named and no others; resolves when it holds. */
  deny(permissions: readonly string[]): Promise<void>;
  /** Stores a picture below `build/browser-tests`. */
  takePicture(page: Page, name: string): Promise<void>;
  stop(): Promise<void>;
}

/** What runs beside the cluster, for one file of tests. */
export interface Surroundings {
  /** What the portal is configured with besides, to find it. */
  readonly config: object;
  stop(): Promise<void>;
}

/** Starts something beside a cluster. */
export type StartSurroundings = (
  cluster: ControlPlane,
) => Promise<Surroundings>;

/** Starts all of it, on free ports; what was started is stopped when a later part fails. */
export async function startWorkshop(options: {
  log: (line: string) => void;
  /** What else is there before the portal starts; nothing where absent. */
  startSurroundings?: StartSurroundings;
}): Promise<Workshop> {
  const { log, startSurroundings } = options;
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const stopOne of stops.splice(0).reverse()) {
      await stopOne();
    }
  };

  try {
    await mkdir(outputFolder, { recursive: true });
    await buildApp({ log });
    const cluster = await startControlPlane({ log });
    stops.push(() => cluster.stop());
    await seedWorkshop(cluster, { log });

    const surroundings = await startSurroundings?.(cluster);
    stops.push(async () => surroundings?.stop());
    await writeFile(
      surroundingsFile,
      JSON.stringify(surroundings?.config ?? {}),
    );
    await writeDenied([]);
    const portal = await startPortal({
      cluster,
      configFiles: [deniedFile, surroundingsFile],
      logFile: join(outputFolder, 'backend.log'),
    });
    stops.push(() => portal.stop());

    const browser = await launchBrowser({ log });
    stops.push(() => browser.close());

    return {
      cluster,
      portal,
      openPage: pageOptions => openPage({ browser, portal, pageOptions }),
      async deny(permissions) {
        await writeDenied(permissions);
        await untilDenied(portal, permissions);
      },
      async takePicture(page, name) {
        await page.screenshot({ path: join(outputFolder, `${name}.png`) });
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openPage(options: {
  browser: Browser;
  portal: Portal;
  pageOptions?: BrowserContextOptions;
}): Promise<Page> {
  const { browser, portal, pageOptions } = options;
  const context = await browser.newContext({
    baseURL: portal.url,
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    ...pageOptions,
  });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await page
    .getByRole('button', { name: 'Enter' })
    .waitFor({ state: 'hidden' });
  return page;
}
