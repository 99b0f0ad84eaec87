import { until } from '@internal/control-plane';
import { readFile } from 'node:fs/promises';
import { Locator, Page } from 'playwright-core';
import { breakWorkshop } from './breakWorkshop';
import { givenWorkshop } from './givenWorkshop';
import { Workshop } from './startWorkshop';

const ALL = [
  'payments-platform',
  'inventory-system',
  'central-alerts',
  'oadp-app',
  'weather-app',
  'order-tracker',
];

let workshop: Workshop;
let page: Page;

givenWorkshop(started => {
  ({ workshop, page } = started);
});

beforeAll(async () => {
  await breakWorkshop(workshop.cluster, 'gateway-hidden');
  await breakWorkshop(workshop.cluster, 'loyalty-unclaimed');
  await untilFleetIsKnown();
}, 240_000);

async function openFleet(search = ''): Promise<void> {
  await page.goto(`/label-contract${search}`);
}

/** Rows keep their places until the reader wants their new order, so nobody looks before all are known. */
async function untilFleetIsKnown(): Promise<void> {
  await until(
    async () => {
      await openFleet();
      await services().waitFor();
      return services().locator('th[scope=row] a').allTextContents();
    },
    names => names.join() === ALL.join(),
  );
}

function services(): Locator {
  return page.getByRole('table', { name: 'Services' });
}

function serviceRow(name: string): Locator {
  return services().getByRole('row', { name: new RegExp(`^${name}`) });
}

/** Waits until the table shows these services, in this order. */
async function untilListed(names: readonly string[]): Promise<void> {
  await page.waitForFunction(
    wanted =>
      [
        ...document.querySelectorAll(
          'table [role=rowheader] a, table th[scope=row] a',
        ),
      ]
        .map(link => link.textContent)
        .join() === wanted,
    names.join(),
  );
}

function total(name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

function searchOfPage(): string {
  return new URL(page.url()).search;
}

describe('the services', () => {
  it('are found through the navigation, worst first', async () => {
    await page.goto('/catalog');
    await page.getByRole('link', { name: 'Label contract' }).click();

    await page
      .getByRole('heading', { name: 'Label contract', level: 1 })
      .waitFor();
    await untilListed(ALL);
    await page.getByRole('link', { name: 'Services 6' }).waitFor();
    await serviceRow('payments-platform').getByText('Healthy').waitFor();
    expect(await serviceRow('payments-platform').textContent()).toMatch(
      /Violated.*Ops: payments-gateway runs, but its pod is hidden/,
    );
    expect(await serviceRow('inventory-system').textContent()).toMatch(
      /Met.*Failing.*inventory-team: inventory-db-migrator keeps crashing/,
    );
  });

  it('are filtered by a total, which the address keeps over a reload and "back" takes away', async () => {
    await total('1 Violated').click();
    await untilListed(['payments-platform']);
    expect(await total('1 Violated').getAttribute('aria-pressed')).toBe('true');
    expect(searchOfPage()).toBe('?contract=violated');

    await page.reload();
    await untilListed(['payments-platform']);
    expect(await total('1 Violated').getAttribute('aria-pressed')).toBe('true');

    await page.goBack();
    await untilListed(ALL);
    expect(await total('1 Violated').getAttribute('aria-pressed')).toBe(
      'false',
    );
    expect(searchOfPage()).toBe('');
  });

  it('are searched', async () => {
    await page
      .getByRole('searchbox', { name: 'Search services' })
      .fill('weath');
    await untilListed(['weather-app']);
    expect(searchOfPage()).toBe('?search=weath');
    await page.getByRole('searchbox', { name: 'Search services' }).fill('');
    await untilListed(ALL);
  });

  it('are filtered by a menu, and exported as filtered', async () => {
    await page
      .getByRole('button', { name: 'Owner', exact: true })
      .first()
      .click();
    await page.getByRole('menuitemcheckbox', { name: 'ops-team' }).click();
    await page.keyboard.press('Escape');
    await untilListed(['oadp-app', 'weather-app']);

    const downloads = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export 2 as CSV' }).click();
    const download = await downloads;
    expect(download.suggestedFilename()).toBe('label-contract-services.csv');
    const lines = (await readFile(await download.path(), 'utf8'))
      .trim()
      .split('\r\n');
    expect(lines).toEqual([
      expect.stringMatching(/^entity,title,owner,/),
      expect.stringMatching(/^component:default\/oadp-app,/),
      expect.stringMatching(/^component:default\/weather-app,/),
    ]);
  });

  it('are sorted by a column, up and down', async () => {
    await openFleet();
    const title = page.getByRole('columnheader', { name: 'Service' });
    await title.getByRole('button').click();
    const byName = [...ALL].sort();
    await untilListed(byName);
    expect(await title.getAttribute('aria-sort')).toBe('ascending');

    await title.getByRole('button').click();
    await untilListed([...byName].reverse());
    expect(await title.getAttribute('aria-sort')).toBe('descending');
  });

  it('lead to their tab', async () => {
    await openFleet();
    await services().getByRole('link', { name: 'inventory-system' }).click();

    await page
      .getByRole('heading', { name: 'inventory-db-migrator keeps crashing' })
      .first()
      .waitFor();
    expect(new URL(page.url()).pathname).toBe(
      '/catalog/default/component/inventory-system/label-contract',
    );
  });

  it('stay where they are while the cluster changes, until the reader wants their new order', async () => {
    await openFleet();
    await untilListed(ALL);

    await breakWorkshop(workshop.cluster, 'weather-hidden');

    await serviceRow('weather-app').getByText('Violated').waitFor();
    await untilListed(ALL);
    await page.getByRole('button', { name: /^Show \d changed rows?/ }).click();
    await untilListed([
      'payments-platform',
      'weather-app',
      'inventory-system',
      'central-alerts',
      'oadp-app',
      'order-tracker',
    ]);
  });
});

describe('the other views', () => {
  it('list what nobody claims, and to whom it likeliest belongs', async () => {
    await openFleet();
    await page.getByRole('link', { name: 'Unclaimed workloads 1' }).click();

    const row = page.getByRole('row', { name: /loyalty-api/ });
    await row.waitFor();
    expect(await row.textContent()).toMatch(
      /payment-platform.*payments-team.*payments-platform.*“payment-platform” is one or two letters away/,
    );
    expect(
      await row.getByRole('link', { name: 'See the fix' }).getAttribute('href'),
    ).toBe('/catalog/default/component/payments-platform/label-contract');
  });

  it('say how well the cluster is read', async () => {
    await page.getByRole('link', { name: 'Clusters 1' }).click();

    const row = page.getByRole('row', { name: /^workshop/ });
    await row.waitFor();
    const cells = await row.getByRole('cell').allTextContents();
    expect(cells[0]).toBe('Live');
    expect(cells[2]).toMatch(/^(\d+) of \1$/);
    expect(await page.getByText(/cannot be read in full/).count()).toBe(0);
  });
});

describe('permissions', () => {
  afterEach(async () => {
    await workshop.deny([]);
  });

  it.each([
    ['label-contract.report.read', ''],
    ['label-contract.workload.read', '?tab=unclaimed'],
  ])('says in a sentence that %s is missing', async (permission, search) => {
    await workshop.deny([permission]);
    await openFleet(search);

    await page
      .getByRole('heading', { name: 'You may not see this page' })
      .waitFor();
    await page
      .getByText(
        `Your role lacks the permission ${permission}. Ask the portal’s administrators.`,
      )
      .waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
  });
});

describe('a backend that does not answer', () => {
  it('leaves the last answer, in grey and with its age, until it answers again', async () => {
    const reports = '**/api/label-contract/**';
    await openFleet();
    const met = serviceRow('oadp-app').getByText('Met', { exact: true });
    await met.waitFor();
    const colorOf = () => met.evaluate(node => getComputedStyle(node).color);
    const green = await colorOf();

    await page.route(reports, route => route.abort());
    await page
      .getByRole('heading', { name: 'This page cannot be updated' })
      .waitFor();
    await page.getByText(/^Last answer \d+ (s|min) ago$/).waitFor();
    expect(await colorOf()).not.toBe(green);

    await page.unroute(reports);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page
      .getByText(/^As of/)
      .first()
      .waitFor();
    expect(await colorOf()).toBe(green);
  });
});

describe('a narrow window', () => {
  it.each([
    ['the services', '/label-contract', 'payments-platform'],
    ['unclaimed workloads', '/label-contract?tab=unclaimed', 'loyalty-api'],
    ['the clusters', '/label-contract?tab=clusters', 'workshop'],
    [
      'the tab of a service',
      '/catalog/default/component/payments-platform/label-contract',
      'payments-gateway',
    ],
  ])('shows %s without scrolling sideways', async (_, path, word) => {
    await page.setViewportSize({ width: 400, height: 900 });
    await page.goto(path);
    await page.getByText(word).first().waitFor();

    const width = await page.evaluate(
      () => document.documentElement.scrollWidth,
    );
    expect(width).toBeLessThanOrEqual(400);
  });
});
