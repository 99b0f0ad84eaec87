import {
  BrowserContext,
  chromium,
  ConsoleMessage,
  Page,
} from 'playwright-core';
import { provideChromium } from '../provideChromium';
import { bundleDevPages } from './bundleDevPages';

/** Nothing listens there: each request is answered here. The clipboard works on localhost only. */
const ORIGIN = 'http://localhost';

const DOCUMENT = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Samples</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
    <div id="root"></div>
    <script src="/index.js"></script>
  </body>
</html>`;

/** What libraries of the shell say of themselves, whoever uses them. */
const OF_THE_SHELL = [
  // React 18.3, of Material UI 4.
  /findDOMNode is deprecated/,
  // React Router 6, of its next version.
  /React Router Future Flag Warning/,
];

/** One state of a screen, as the page that lists them has it. */
export interface ListedState {
  /** "card-violated". */
  readonly id: string;
  /** Address of its page, from the question mark on. */
  readonly address: string;
  /** Words that have to be there. */
  readonly says: readonly string[];
  /** Words that must not. */
  readonly isSilentAbout: readonly string[];
}

/** How a page is looked at. */
export interface Look {
  readonly scheme: 'light' | 'dark';
  readonly width: 1280 | 400;
}

/** A window on the dev pages. */
export interface DevPage {
  readonly page: Page;
  /** What was said in the console since the last time, and what was thrown. */
  takeComplaints(): string[];
  /** Shows another page without loading the script anew. */
  show(address: string): Promise<void>;
}

/** The dev pages of the frontend plugin in Chromium. */
export interface DevPages {
  open(look: Look): Promise<DevPage>;
  stop(): Promise<void>;
}

/** Bundles the dev pages and starts a browser. */
export async function startDevPages(): Promise<DevPages> {
  const script = await bundleDevPages();
  const browser = await chromium.launch({
    executablePath: await provideChromium({ log: () => {} }),
    args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
  });
  return {
    async open({ scheme, width }) {
      const isPhone = width === 400;
      const context = await browser.newContext({
        viewport: { width, height: isPhone ? 800 : 900 },
        // Without a mouse nothing can be pointed at.
        isMobile: isPhone,
        hasTouch: isPhone,
        colorScheme: scheme,
        reducedMotion: 'reduce',
        locale: 'en-GB',
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      await answerWith(context, script);
      return openPage(context, scheme);
    },
    stop: () => browser.close(),
  };
}

async function answerWith(context: BrowserContext, script: string) {
  await context.route('**/*', route => {
    const { pathname } = new URL(route.request().url());
    return pathname === '/index.js'
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({ contentType: 'text/html', body: DOCUMENT });
  });
}

async function openPage(
  context: BrowserContext,
  scheme: Look['scheme'],
): Promise<DevPage> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', message => {
    if (isComplaint(message)) {
      complaints.push(`${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', error => complaints.push(`thrown: ${error.message}`));
  await page.goto(`${ORIGIN}/?show=index`);
  await page.locator('main a').first().waitFor();
  return {
    page,
    takeComplaints: () => complaints.splice(0),
    async show(address) {
      await page.evaluate(search => {
        window.history.pushState(null, '', search);
        window.dispatchEvent(new PopStateEvent('popstate'));
      }, `${address}&scheme=${scheme}`);
    },
  };
}

function isComplaint(message: ConsoleMessage): boolean {
  return (
    ['error', 'warning'].includes(message.type()) &&
    !OF_THE_SHELL.some(words => words.test(message.text()))
  );
}

/** Every state that there is; the page has to show the index. */
export async function listStates(page: Page): Promise<readonly ListedState[]> {
  return page.locator('main a').evaluateAll(links =>
    links.map(link => ({
      id: link.textContent ?? '',
      address: link.getAttribute('href') ?? '',
      says: JSON.parse(link.getAttribute('data-says') ?? '[]'),
      isSilentAbout: JSON.parse(
        link.getAttribute('data-is-silent-about') ?? '[]',
      ),
    })),
  );
}
