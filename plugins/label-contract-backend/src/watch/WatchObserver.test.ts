import { until } from '@internal/control-plane';
import { ClusterResponse } from '@portal-operations/plugin-label-contract-node';
import { PassThrough, Readable } from 'node:stream';
import { ManualClock } from '../tests/ManualClock';
import { RecordingSink, TestItem } from '../tests/RecordingSink';
import { Discovery } from './Discovery';
import { Reflector } from './Reflector';
import { Turns } from './Turns';
import { WatchEnding, WatchObserver } from './WatchObserver';

/** A sink that takes 20 ms for each object. */
class SlowSink extends RecordingSink {
  readonly #clock: ManualClock;

  constructor(clock: ManualClock) {
    super();
    this.#clock = clock;
  }

  override put(item: TestItem): void {
    this.#clock.advance(20);
    super.put(item);
  }
}

function answer(status: number, body: object): ClusterResponse {
  return {
    status,
    headers: {},
    body: Readable.from([Buffer.from(JSON.stringify(body))]),
  };
}

const list = () =>
  answer(200, { metadata: { resourceVersion: '7' }, items: [] });
const line = (type: string, object: object) =>
  `${JSON.stringify({ type, object })}\n`;
const pod = { metadata: { uid: 'u', name: 'a', resourceVersion: '8' } };

/** A Reflector that is answered in this order, and what its observer is told. */
function start(
  answers: ClusterResponse[],
  { isDispensable }: { isDispensable?: boolean } = {},
) {
  const clock = new ManualClock();
  const sink = new SlowSink(clock);
  const endings: WatchEnding[] = [];
  const delays: number[] = [];
  const observer: WatchObserver = {
    ended: ending => endings.push(ending),
    delivered: seconds => delays.push(seconds),
    skipped: () => undefined,
  };
  const stopping = new AbortController();
  const { signal } = stopping;
  const request = async (sent: { signal?: AbortSignal }) => {
    const next = answers.shift();
    if (next) {
      sent.signal?.addEventListener('abort', () =>
        next.body.destroy(new Error('aborted')),
      );
      return next;
    }
    return new Promise<ClusterResponse>((_, reject) => {
      sent.signal?.addEventListener('abort', () => reject(sent.signal?.reason));
    });
  };
  const running = new Reflector<TestItem>({
    cluster: 'prod-1',
    resource: { group: '', version: 'v1', plural: 'pods', isDispensable },
    request,
    parse: () => ({ uid: 'u', name: 'a' }),
    sink,
    clock,
    discovery: new Discovery({ cluster: 'prod-1', request, clock, signal }),
    lists: new Turns(1),
    pages: new Turns(1),
    random: () => 0.5,
    observer,
  }).run(signal);
  return {
    clock,
    endings,
    delays,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

describe('WatchObserver', () => {
  it('is told how long a change takes from its arrival, and not what else happens', async () => {
    const body = new PassThrough();
    const reflector = start([list(), { status: 200, headers: {}, body }]);
    body.write(line('BOOKMARK', { metadata: { resourceVersion: '8' } }));
    body.write(line('ADDED', pod) + line('MODIFIED', pod));
    await until(
      () => reflector.delays.length,
      count => count === 2,
    );
    body.write(line('DELETED', pod));
    await until(
      () => reflector.delays.length,
      count => count === 3,
    );
    // The second change waited for the first, as both came together.
    expect(reflector.delays).toEqual([0.02, 0.04, 0]);
    await reflector.stop();
  });

  it('is told why each watch ended', async () => {
    const body = new PassThrough();
    const reflector = start([
      list(),
      { status: 200, headers: {}, body },
      answer(410, { message: 'too old resource version' }),
      answer(403, { message: 'forbidden' }),
    ]);
    body.write(line('ADDED', pod));
    await until(
      () => reflector.delays.length,
      count => count === 1,
    );
    reflector.clock.advance(2_000);
    body.end();
    await until(
      () => reflector.endings.length,
      count => count === 3,
    );
    expect(reflector.endings).toEqual(['ended', 'relist', 'forbidden']);
    await reflector.stop();
  });

  it('is not told of a refusal that nobody has to mend', async () => {
    const refusals = () => [
      answer(403, { message: 'forbidden' }),
      answer(401, { message: 'unauthorized' }),
    ];
    const endingsOf = async (isDispensable: boolean) => {
      const reflector = start(refusals(), { isDispensable });
      await until(
        () => reflector.clock.sleeping(),
        sleeping => sleeping.length === 1 && sleeping[0] === 1_500,
      );
      reflector.clock.advance(1_500);
      await until(
        () => reflector.endings,
        endings => endings.includes('unauthorized'),
      );
      await reflector.stop();
      return reflector.endings;
    };

    expect(await endingsOf(false)).toEqual(['forbidden', 'unauthorized']);
    expect(await endingsOf(true)).toEqual(['unauthorized']);
  });

  it('is told of silence, which is no failure', async () => {
    const body = new PassThrough();
    const reflector = start([list(), { status: 200, headers: {}, body }]);
    body.write(line('ADDED', pod));
    await until(
      () => reflector.delays.length,
      count => count === 1,
    );
    reflector.clock.advance(75_000);
    body.destroy();
    await until(
      () => reflector.endings.length,
      count => count === 1,
    );
    expect(reflector.endings).toEqual(['quiet']);
    await reflector.stop();
  });
});
