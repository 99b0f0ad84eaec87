import { mockServices } from '@backstage/backend-test-utils';
import { SignalPayload } from '@backstage/plugin-signals-node';
import { until } from '@internal/control-plane';
import { ManualClock } from '../tests/ManualClock';
import { ChangeAnnouncer, ChangeAnnouncerOptions } from './ChangeAnnouncer';

const FIRST = 1_000;

describe('ChangeAnnouncer', () => {
  let clock: ManualClock;
  let published: SignalPayload[];
  let stopping: AbortController;
  let logger: ReturnType<typeof mockServices.logger.mock>;

  beforeEach(() => {
    clock = new ManualClock();
    published = [];
    stopping = new AbortController();
    logger = mockServices.logger.mock();
  });
  afterEach(() => stopping.abort());

  function start(options: Partial<ChangeAnnouncerOptions> = {}) {
    const announcer = new ChangeAnnouncer({
      signals: {
        publish: async signal => {
          published.push(signal);
        },
      },
      isInstalled: async () => true,
      firstGeneration: FIRST,
      sleep: (milliseconds, signal) => clock.sleep(milliseconds, signal),
      logger,
      ...options,
    });
    return { announcer, ended: announcer.run(stopping.signal) };
  }

  const generations = () => published.map(({ message }) => message.generation);
  const untilPublished = (count: number) =>
    until(
      () => published.length,
      length => length === count,
    );
  /** When the pause after a signal has begun, or the one before it is asked again. */
  const untilPausing = () =>
    until(
      () => clock.sleeping(),
      sleepers => sleepers.length === 1,
    );

  it('tells the first change at once, to everybody, and nothing of what it was', async () => {
    start().announcer.note();
    await untilPublished(1);
    expect(published).toEqual([
      {
        recipients: { type: 'broadcast' },
        channel: 'label-contract',
        message: { generation: FIRST },
      },
    ]);
  });

  it('tells changes that follow within two seconds together, at their end', async () => {
    const { announcer } = start();
    announcer.note();
    await untilPausing();
    for (let each = 0; each < 1_000; each += 1) {
      announcer.note();
    }
    clock.advance(1_999);
    expect(clock.sleeping()).toEqual([1]);
    expect(published).toHaveLength(1);

    clock.advance(1);
    await untilPublished(2);
    expect(generations()).toEqual([FIRST, FIRST + 1]);
  });

  it('tells nothing while nothing changes', async () => {
    const { announcer } = start();
    announcer.note();
    await untilPausing();
    clock.advance(60_000);
    // The next change is told at once again, which shows that the pause was over and nothing was told at its end.
    await until(
      () => clock.sleeping(),
      sleepers => sleepers.length === 0,
    );
    expect(published).toHaveLength(1);
    announcer.note();
    await untilPublished(2);
  });

  it('counts on where a signal could not be sent, and says so once', async () => {
    let failures = 2;
    const { announcer } = start({
      signals: {
        publish: async signal => {
          failures -= 1;
          if (failures >= 0) {
            throw new Error('the events plugin is down');
          }
          published.push(signal);
        },
      },
    });
    for (let each = 0; each < 3; each += 1) {
      announcer.note();
      await untilPausing();
      clock.advance(2_000);
    }
    await untilPublished(1);
    expect(generations()).toEqual([FIRST + 2]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('ends where the signals plugin is not installed, and says so', async () => {
    const { announcer, ended } = start({ isInstalled: async () => false });
    announcer.note();
    await ended;
    expect(published).toEqual([]);
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringContaining('The signals plugin is not installed'),
    );
  });

  it('asks again whether it is, where that cannot be told yet', async () => {
    let answers = 0;
    const { announcer } = start({
      isInstalled: async () => {
        answers += 1;
        if (answers === 1) {
          throw new Error('503');
        }
        return true;
      },
    });
    announcer.note();
    await untilPausing();
    expect(published).toEqual([]);
    clock.advance(10_000);
    await untilPublished(1);
  });

  it.each([
    ['while nothing changes', async () => true],
    [
      'while it cannot tell whether signals are installed',
      async () => {
        throw new Error('503');
      },
    ],
  ])('ends %s', async (_, isInstalled) => {
    const { ended } = start({ isInstalled });
    stopping.abort();
    await ended;
    expect(logger.info).not.toHaveBeenCalled();
  });
});
