import {
  ControlPlane,
  seedWorkshop,
  startControlPlane,
} from '@internal/control-plane';
import {
  buildApp,
  Portal,
  rootFolder,
  startSignInPortal,
} from '@internal/portal';
import { join } from 'node:path';
import { Browser, Page } from 'playwright-core';
import { collectConsole, ConsoleLog } from './collectConsole';
import { launchBrowser } from './launchBrowser';

const outputFolder = join(rootFolder, 'build/browser-tests');
const log = () => {};

jest.setTimeout(240_000);

describe('signing in by OpenID Connect', () => {
  const stops: (() => Promise<void>)[] = [];
  let cluster: ControlPlane;
  let portal: Portal;
  let browser: Browser;
  let page: Page;
  let consoleLog: ConsoleLog;

  beforeAll(async () => {
    await buildApp({ log });
    cluster = await startControlPlane({ log });
    stops.push(() => cluster.stop());
    await seedWorkshop(cluster, { log });
    portal = await startSignInPortal({
      cluster,
      logFile: join(outputFolder, 'backend-sign-in.log'),
    });
    stops.push(() => portal.stop());
    browser = await launchBrowser({ log });
    stops.push(() => browser.close());
  }, 600_000);

  afterAll(async () => {
    for (const stop of stops.reverse()) {
      await stop();
    }
  }, 60_000);

  beforeEach(async () => {
    const context = await browser.newContext({
      baseURL: portal.url,
      viewport: { width: 1280, height: 900 },
      locale: 'en-GB',
    });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    consoleLog = collectConsole(page);
  });

  afterEach(async () => {
    const { currentTestName = 'test' } = expect.getState();
    await page.screenshot({
      path: join(outputFolder, `${currentTestName.replace(/\W+/g, '-')}.png`),
    });
    await page.context().close();
    const complaints = consoleLog.take();
    if (complaints.length > 0) {
      throw new Error(`The page complained:\n${complaints.join('\n')}`);
    }
  });

  /** Opens an address of the portal as somebody who signs in on the way. */
  async function openAs(user: string, address: string): Promise<void> {
    await page.goto(address);
    await page.getByText('Sign in with your organisation’s account').waitFor();
    const opened = page.waitForEvent('popup');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const popup = await opened;
    await popup.getByRole('textbox', { name: 'User' }).fill(user);
    await popup.getByRole('button', { name: 'Sign in' }).click();
    // It comes from another address and goes with the answer.
    await popup.waitForEvent('close');
  }

  const entityPath = (name: string) => `/catalog/default/component/${name}`;
  const card = () => page.getByRole('region', { name: 'Label contract' });

  it('shows a developer the card of an own service, and keeps the person signed in', async () => {
    await openAs('payments-developer', entityPath('payments-platform'));

    await card().getByText('3 of 3 workloads visible').waitFor();
    await card().getByText('Met').first().waitFor();

    await page.reload();
    await card().getByText('3 of 3 workloads visible').waitFor();
    await page.goto('/settings');
    await page.getByText('payments-developer@example.com').waitFor();
  });

  it("shows a developer of the fleet the own services, and says what is others' only", async () => {
    await openAs('payments-developer', '/label-contract');

    await page.getByRole('row', { name: /payments-platform/ }).waitFor();
    expect(await page.getByRole('row', { name: /weather-app/ }).count()).toBe(
      0,
    );

    await page.goto('/label-contract?tab=unclaimed');
    await page
      .getByText(
        'Your role lacks the permission label-contract.workload.read. Ask the portal’s administrators.',
      )
      .waitFor();
  });

  it('shows ops the whole fleet', async () => {
    await openAs('operator', '/label-contract');

    for (const name of ['payments-platform', 'weather-app', 'oadp-app']) {
      await page.getByRole('row', { name: new RegExp(name) }).waitFor();
    }
  });

  it('says in a sentence to who has no role what is missing', async () => {
    await openAs('visitor', '/label-contract');

    await page
      .getByRole('heading', { name: 'You may not see this page' })
      .waitFor();
    await page
      .getByText(
        /^Your role lacks the permissions? label-contract\.report\.read/,
      )
      .waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
  });
});
