import { Page } from 'playwright-core';
import { ConsoleLog, collectConsole } from './collectConsole';
import { startWorkshop, StartSurroundings, Workshop } from './startWorkshop';

/** The tab and the card ask again every 5 s, the Kubernetes tab every 10 s; a busy machine takes longer. */
const SEEN_WITHIN_MILLISECONDS = 60_000;

/**
 * Starts the workshop before the tests of a file and stops it after them. After each test it takes a
 * picture, and fails the test where the page wrote an error or a warning to its console.
 *
 * @param onStarted - takes the workshop, and a window that may use the clipboard
 * @param startSurroundings - starts what the portal needs besides
 */
export function givenWorkshop(
  onStarted: (started: { workshop: Workshop; page: Page }) => void,
  startSurroundings?: StartSurroundings,
): void {
  jest.setTimeout(240_000);
  let given:
    | { workshop: Workshop; page: Page; consoleLog: ConsoleLog }
    | undefined;
  let stop: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    const workshop = await startWorkshop({
      log: () => {},
      startSurroundings,
    });
    stop = () => workshop.stop();
    const page = await workshop.openPage({
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    page.setDefaultTimeout(SEEN_WITHIN_MILLISECONDS);
    given = { workshop, page, consoleLog: collectConsole(page) };
    onStarted({ workshop, page });
  }, 600_000);

  afterAll(async () => {
    await stop?.();
  }, 60_000);

  afterEach(async () => {
    // Where it did not start, that is the only failure worth reading.
    if (!given) {
      return;
    }
    const { workshop, page, consoleLog } = given;
    // What went wrong is easier to see than to tell.
    const { currentTestName = 'test' } = expect.getState();
    await workshop.takePicture(page, currentTestName.replace(/\W+/g, '-'));
    expect(consoleLog.take()).toEqual([]);
  });
}
