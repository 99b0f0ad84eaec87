import { PassThrough, Readable } from 'node:stream';
import { text as readText } from 'node:stream/consumers';
import { ClusterResponse } from './ClusterRequest';
import { quietWatch } from './quietWatch';

const answer = (status: number, body: Readable): ClusterResponse => ({
  status,
  headers: {},
  body,
});

/** A watch of which the test decides when it answers. */
function aWatch() {
  let settle: {
    resolve(response: ClusterResponse): void;
    reject(error: Error): void;
  };
  let signal: AbortSignal | undefined;
  const opening = new Promise<ClusterResponse>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return {
    open(given: AbortSignal) {
      signal = given;
      given.addEventListener('abort', () => settle.reject(new Error('ended')));
      return opening;
    },
    answers: (response: ClusterResponse) => settle.resolve(response),
    breaks: (error: Error) => settle.reject(error),
    isEnded: () => signal?.aborted,
  };
}

describe('quietWatch', () => {
  const probe = jest.fn();

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    probe.mockReset().mockResolvedValue(undefined);
  });
  afterEach(() => jest.useRealTimers());

  it.each([200, 403])('asks nothing else where %d comes soon', async status => {
    const watch = aWatch();
    const opened = quietWatch({ open: watch.open, probe });
    watch.answers(answer(status, Readable.from(['now'])));
    const { status: seen, body } = await opened;
    expect(seen).toBe(status);
    expect(await readText(body)).toBe('now');
    expect(probe).not.toHaveBeenCalled();
  });

  it('counts as open where nothing comes and the cluster is there, and brings events when they come', async () => {
    const watch = aWatch();
    const opened = quietWatch({ open: watch.open, probe });
    await jest.advanceTimersByTimeAsync(2_000);
    const { status, body } = await opened;
    expect(status).toBe(200);

    const late = new PassThrough();
    watch.answers(answer(200, late));
    late.end('an event');
    expect(await readText(body)).toBe('an event');
  });

  it('fails as the probe does, and ends the watch', async () => {
    const watch = aWatch();
    probe.mockRejectedValue(new Error('silence'));
    const opened = quietWatch({ open: watch.open, probe });
    const [failed] = await Promise.allSettled([
      opened,
      jest.advanceTimersByTimeAsync(2_000),
    ]);
    expect(failed).toMatchObject({ reason: new Error('silence') });
    expect(watch.isEnded()).toBe(true);
  });

  it('takes the answer of the watch where it comes before that of the probe', async () => {
    const watch = aWatch();
    probe.mockReturnValue(new Promise(() => {}));
    const opened = quietWatch({ open: watch.open, probe });
    await jest.advanceTimersByTimeAsync(2_000);
    watch.answers(answer(410, Readable.from(['gone'])));
    expect((await opened).status).toBe(410);
  });

  it.each([
    ['is refused late', 'refused late, with 403'],
    ['breaks', 'reset'],
  ])('tells the reader that it %s', async (what, message) => {
    const watch = aWatch();
    const opened = quietWatch({ open: watch.open, probe });
    await jest.advanceTimersByTimeAsync(2_000);
    const { body } = await opened;
    const reading = readText(body);
    if (what === 'breaks') {
      watch.breaks(new Error('reset'));
    } else {
      watch.answers(answer(403, Readable.from(['no'])));
    }
    await expect(reading).rejects.toThrow(message);
  });

  it('ends the watch where the reader goes away before anything came', async () => {
    const watch = aWatch();
    const opened = quietWatch({ open: watch.open, probe });
    await jest.advanceTimersByTimeAsync(2_000);
    const { body } = await opened;
    body.destroy();
    await new Promise(resolve => setImmediate(resolve));
    expect(watch.isEnded()).toBe(true);
  });
});
