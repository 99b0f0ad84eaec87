import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { rootFolder } from '@internal/portal';
import { Page } from 'playwright-core';
import { inspectPage } from './inspectPage';
import {
  DevPages,
  ListedState,
  listStates,
  Look,
  startDevPages,
} from './startDevPages';

const pictures = join(rootFolder, 'build/browser-tests/screens');

jest.setTimeout(600_000);

let devPages: DevPages;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  devPages = await startDevPages();
}, 120_000);

afterAll(async () => {
  await devPages?.stop();
}, 60_000);

/** Whether all is said that has to be; and where something is loading, that its bones are drawn. */
async function isComplete(page: Page, says: readonly string[]): Promise<void> {
  await page.waitForFunction(
    words => {
      const main = document.querySelector('main');
      const text = (main?.textContent ?? '').replace(/\s+/g, ' ');
      const skeleton = main?.querySelector('[class*=Skeleton]');
      return (
        words.every(each => text.includes(each)) &&
        (!skeleton || skeleton.querySelector('[class*=bone]') !== null)
      );
    },
    says,
    { timeout: 10_000 },
  );
  // What measures itself is drawn once more after that.
  await page.evaluate(
    () =>
      new Promise(resolve => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}

async function look(
  page: Page,
  { says, isSilentAbout }: ListedState,
): Promise<string[]> {
  const problem = await isComplete(page, says).then(
    () => undefined,
    () => 'does not say what it has to say',
  );
  const text = (await page.locator('main').textContent()) ?? '';
  return [
    ...(problem === undefined
      ? []
      : [`${problem}: ${says.filter(words => !text.includes(words))}`]),
    ...isSilentAbout
      .filter(words => text.includes(words))
      .map(words => `says '${words}'`),
    ...(await inspectPage(page)),
  ];
}

/** Looks at every state in turn, takes its picture, and says what is wrong. */
async function lookAtAll(how: Look): Promise<string[]> {
  const devPage = await devPages.open(how);
  const { page } = devPage;
  const states = await listStates(page);
  expect(new Set(states.map(({ id }) => id.split('-')[0]))).toEqual(
    new Set(['card', 'tab', 'fleet']),
  );

  const problems: string[] = [];
  for (const state of states) {
    await devPage.show(state.address);
    const found = [...(await look(page, state)), ...devPage.takeComplaints()];
    problems.push(...found.map(each => `${state.id} ${how.width}: ${each}`));
    await page.screenshot({
      path: join(pictures, `${state.id}-${how.width}-${how.scheme}.png`),
      fullPage: true,
    });
  }
  await page.context().close();
  return problems;
}

describe('every state of every screen', () => {
  // A laptop has two cores, and so there are two windows.
  it.each(['light', 'dark'] as const)(
    'says what it has to, to everybody, in a wide and a narrow window: %s',
    async scheme => {
      const problems = await Promise.all([
        lookAtAll({ scheme, width: 1280 }),
        lookAtAll({ scheme, width: 400 }),
      ]);
      expect(problems.flat()).toEqual([]);
    },
  );
});
