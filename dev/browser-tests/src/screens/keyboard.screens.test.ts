import { Page } from 'playwright-core';
import { focusOrder, tabTo } from './focusOrder';
import { DevPage, DevPages, startDevPages } from './startDevPages';

jest.setTimeout(60_000);

let devPages: DevPages;
let devPage: DevPage;
let page: Page;

beforeAll(async () => {
  devPages = await startDevPages();
  devPage = await devPages.open({ scheme: 'light', width: 1280 });
  page = devPage.page;
  page.setDefaultTimeout(10_000);
}, 120_000);

afterAll(async () => {
  await devPages?.stop();
}, 60_000);

async function showTab(state: string): Promise<void> {
  await devPage.show(`?show=tab&state=${state}`);
  await page.getByRole('region', { name: 'Workloads', exact: true }).waitFor();
}

async function showFleet(state: string): Promise<void> {
  await devPage.show(`?show=fleet&state=${state}`);
  await page.getByRole('table', { name: 'Services' }).waitFor();
}

/** Each of them once where several in a row are alike. */
function runsOf(values: readonly string[]): string[] {
  return values.filter((value, index) => value !== values[index - 1]);
}

describe('the tab by keyboard', () => {
  it('leads from the tool to the command’s copy, with a ring around each', async () => {
    await showTab('violated');

    const order = await focusOrder(page);
    expect(order.map(({ role, name }) => `${role} ${name}`)).toEqual([
      'radio oc',
      'button Copy',
    ]);
    expect(order.filter(({ isVisible }) => !isVisible)).toEqual([]);
  });

  it('reaches what is folded, after the copy of what is open', async () => {
    await showTab('drifted');

    const order = await focusOrder(page);
    expect(order.map(({ name }) => name)).toEqual([
      'Copy',
      'Or: direct patch, until the next sync',
    ]);
    expect(order.filter(({ isVisible }) => !isVisible)).toEqual([]);
    await tabTo(page, { role: 'summary', name: /direct patch/ });
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'kubectl' }).waitFor();
  });

  it('reaches search and the rest of many workloads', async () => {
    await showTab('fiveHundred');

    const order = await focusOrder(page);
    expect(order.map(({ name }) => name)).toEqual([
      'Search workloads',
      'Show 450 more',
    ]);
    expect(order.filter(({ isVisible }) => !isVisible)).toEqual([]);
  });

  it('chooses the tool by arrow keys', async () => {
    await showTab('violated');
    await tabTo(page, { role: 'radio', name: 'oc' });
    await page.keyboard.press('ArrowRight');

    const command = page.getByRole('group', { name: 'Command' });
    await command.getByText(/^kubectl patch/).waitFor();
    await page.keyboard.press('ArrowRight');
    await page
      .getByRole('group', { name: 'Patch' })
      .getByText(/^spec:/)
      .waitFor();
    await page.keyboard.press('ArrowRight');
    await command.getByText(/^oc patch/).waitFor();
  });

  it('announces a copy once, and never the age', async () => {
    await showTab('violated');
    await tabTo(page, { role: 'button', name: 'Copy' });
    await page.keyboard.press('Enter');

    const announced = page
      .locator('[role=status], [aria-live]')
      .filter({ hasText: 'Copied' });
    await announced.first().waitFor({ state: 'attached' });
    expect(await announced.count()).toBe(1);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^oc patch deployment payments-gateway .*$/,
    );
    expect(
      await page
        .locator('[role=status] time, [aria-live] time, [role=alert] time')
        .count(),
    ).toBe(0);
  });
});

describe('the fleet page by keyboard', () => {
  it('leads from the views over totals, search, filters, export, sorting and services to the pages', async () => {
    await showFleet('pages');

    const order = await focusOrder(page);
    expect(runsOf(order.map(({ role }) => role))).toEqual([
      // The views.
      'link',
      // The totals.
      'toggle',
      'search',
      'menu',
      // The export.
      'button',
      'sort',
      // The services.
      'link',
      // The pages.
      'button',
    ]);
    expect(order.filter(({ isVisible }) => !isVisible)).toEqual([]);
  });

  it('chooses in a menu by arrow keys and Space, and gives the focus back', async () => {
    await showFleet('services');
    await tabTo(page, { role: 'menu', name: /^Owner/ });
    await page.keyboard.press('Enter');
    await page.getByRole('menuitemcheckbox').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page
      .getByRole('menuitemcheckbox', { checked: true })
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await page
      .getByRole('menuitemcheckbox')
      .first()
      .waitFor({ state: 'detached' });

    const owner = page.getByRole('button', { name: 'Owner: 1 chosen' });
    await owner.waitFor();
    expect(
      await owner.evaluate(element => element === document.activeElement),
    ).toBe(true);
  });

  it('sorts by a key', async () => {
    await showFleet('services');
    await tabTo(page, { role: 'sort', name: /^Owner/ });
    await page.keyboard.press('Enter');

    await page.locator('th[aria-sort=ascending]').waitFor();
  });
});
