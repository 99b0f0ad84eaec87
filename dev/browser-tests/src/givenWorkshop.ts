import { Page } from 'playwright-core';
import { ConsoleLog, collectConsole } from './collectConsole';
import { startWorkshop, Workshop } from './startWorkshop';

/** The tab and the card ask again every 5 s, the Kubernetes tab every 10 s; a busy machine takes longer. */
const SEEN_WITHIN_MILLISECONDS = 60_000;

/**
 * Starts the workshop before the tests of a file and stops it after them. After each test it takes a
 * picture, and fails the test where the page wrote an error or a warning to its console.
 *
 * @param onStarted - takes the workshop, and a window that may use the clipboard
 */
export function givenWorkshop(
  onStarted: (started: { workshop: Workshop; page: Page }) => void,
): void {
  jest.setTimeout(240_000);
  let workshop: Workshop;
  let page: Page;
  let consoleLog: ConsoleLog;

  beforeAll(async () => {
    workshop = await startWorkshop({ log: () => {} });
    page = await workshop.openPage({
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    page.setDefaultTimeout(SEEN_WITHIN_MILLISECONDS);
    consoleLog = collectConsole(page);
    onStarted({ workshop, page });
  }, 600_000);

  afterAll(async () => {
    await workshop?.stop();
  }, 60_000);

  afterEach(async () => {
    // What went wrong is easier to see than to tell.
    const { currentTestName = 'test' } = expect.getState();
    await workshop.takePicture(page, currentTestName.replace(/\W+/g, '-'));
    expect(consoleLog.take()).toEqual([]);
  });
}
