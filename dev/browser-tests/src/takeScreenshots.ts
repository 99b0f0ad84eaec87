import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserContextOptions, Page } from 'playwright-core';
import { breakWorkshop } from './breakWorkshop';
import { startWorkshop } from './startWorkshop';

/** The history is asked for every 30 s. */
const SHOWN_WITHIN_MILLISECONDS = 60_000;

/** A picture of the documentation. */
interface Picture {
  readonly name: string;
  readonly path: string;
  readonly height: number;
  readonly colorScheme?: BrowserContextOptions['colorScheme'];
  /** Waits until what it is about is on the page. */
  untilShown(page: Page): Promise<void>;
}

const TAB_OF_TICKET_1 =
  '/catalog/default/component/payments-platform/label-contract';

const untilTab = (page: Page) =>
  page
    .getByRole('region', { name: 'History' })
    .getByText('payments-gateway left')
    .waitFor();

const PICTURES: readonly Picture[] = [
  {
    name: 'card',
    path: '/catalog/default/component/payments-platform',
    height: 820,
    async untilShown(page) {
      const card = page.getByRole('region', { name: 'Label contract' });
      await card.getByText('2 of 3 workloads visible, 1 partly').waitFor();
      await card.getByText('Healthy').waitFor();
    },
  },
  {
    name: 'tab',
    path: TAB_OF_TICKET_1,
    height: 1090,
    untilShown: untilTab,
  },
  {
    name: 'tab-dark',
    path: TAB_OF_TICKET_1,
    height: 1090,
    colorScheme: 'dark',
    untilShown: untilTab,
  },
  {
    name: 'tab-health',
    path: '/catalog/default/component/inventory-system/label-contract',
    height: 1090,
    untilShown: page =>
      page
        .getByRole('region', { name: 'Ticket for inventory-team' })
        .getByText('FATAL: Cannot connect')
        .waitFor(),
  },
  {
    name: 'fleet',
    path: '/label-contract',
    height: 820,
    untilShown: page =>
      page
        .getByRole('link', { name: 'Unclaimed workloads 1', exact: true })
        .waitFor(),
  },
];

/**
 * Takes the pictures of the documentation from the running product: Ticket 1 and Ticket 2, and a workload
 * that nobody claims.
 */
export async function takeScreenshots(options: {
  folder: string;
  log: (line: string) => void;
}): Promise<void> {
  const { folder, log } = options;
  await mkdir(folder, { recursive: true });
  const workshop = await startWorkshop({ log });
  try {
    // The history can tell of the break only once it knows what was before.
    const before = await workshop.openPage();
    await before.goto(TAB_OF_TICKET_1);
    await before
      .getByRole('heading', { name: 'All 3 workloads are visible and healthy' })
      .waitFor();
    await before
      .getByRole('region', { name: 'History' })
      .getByText('The service claims')
      .waitFor();
    await before.context().close();
    await breakWorkshop(workshop.cluster, 'gateway-hidden');
    await breakWorkshop(workshop.cluster, 'mailer-unclaimed');

    for (const picture of PICTURES) {
      const page = await workshop.openPage({
        viewport: { width: 1280, height: picture.height },
        deviceScaleFactor: 1.25,
        colorScheme: picture.colorScheme,
      });
      page.setDefaultTimeout(SHOWN_WITHIN_MILLISECONDS);
      await page.goto(picture.path);
      await picture.untilShown(page);

      const path = join(folder, `${picture.name}.png`);
      await page.screenshot({ path, animations: 'disabled' });
      log(`Wrote ${path}`);
      await page.context().close();
    }
  } finally {
    await workshop.stop();
  }
}
