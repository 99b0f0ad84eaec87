import { Browser, chromium } from 'playwright-core';
import { provideChromium } from './provideChromium';

/** Nothing of the workshop may be fetched from elsewhere, and no browser needs to try. */
const QUIET_BROWSER = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

/** Starts Chromium without a window. */
export async function launchBrowser(options: {
  log: (line: string) => void;
}): Promise<Browser> {
  return chromium.launch({
    executablePath: await provideChromium(options),
    args: QUIET_BROWSER,
  });
}
