import { inspectPage } from './inspectPage';
import { DevPages, startDevPages } from './startDevPages';

jest.setTimeout(60_000);

let devPages: DevPages;

beforeAll(async () => {
  devPages = await startDevPages();
}, 120_000);

afterAll(async () => {
  await devPages?.stop();
}, 60_000);

describe('inspectPage', () => {
  it.each([
    [/^axe color-contrast/, '<p style="color: #bbb">Pale</p>'],
    [/^axe button-name/, '<button></button>'],
    [/^wider than the window/, '<p style="width: 2000px">Wide</p>'],
    [
      /^cut off/,
      '<p style="width: 9px; overflow: hidden; white-space: nowrap">Cut</p>',
    ],
    [
      /^moves/,
      '<style>@keyframes a { to { opacity: 0.9 } }</style><p style="animation: a 9s infinite">Moves</p>',
    ],
  ])('finds %s', async (fault, html) => {
    const { page } = await devPages.open({ scheme: 'light', width: 1280 });
    await page.setContent(`<html lang="en"><main>${html}</main></html>`);

    expect(await inspectPage(page)).toEqual([expect.stringMatching(fault)]);
    await page.context().close();
  });
});
