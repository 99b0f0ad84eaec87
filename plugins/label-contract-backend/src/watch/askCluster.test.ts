import { ClusterResponse } from '@portal-operations/plugin-label-contract-node';
import { Readable } from 'node:stream';
import { text as readText } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { ManualClock } from '../tests/ManualClock';
import { askCluster } from './askCluster';
import { Turns } from './Turns';

const QUIET_MS = 75_000;

/** Asks a cluster whose answer begins at once. */
function ask(options: {
  clock: ManualClock;
  body: Readable;
  turns?: Turns;
  signal?: AbortSignal;
}) {
  const { clock, body, turns, signal = new AbortController().signal } = options;
  const answer = askCluster({
    asked: "Listing pods on cluster 'prod-1'",
    path: '/api/v1/pods',
    signal,
    clock,
    turns,
    request: async (request): Promise<ClusterResponse> => {
      request.signal?.addEventListener('abort', () =>
        body.destroy(new Error('aborted')),
      );
      return { status: 200, headers: {}, body };
    },
    read: readText,
  });
  answer.catch(() => {});
  return answer;
}

describe('askCluster', () => {
  it('takes no silence of a cluster for its own that is not listened to yet', async () => {
    const clock = new ManualClock();
    const turns = new Turns(1);
    let endFirst = () => {};
    const first = turns.take(
      () =>
        new Promise<void>(resolve => {
          endFirst = resolve;
        }),
    );

    const answer = ask({ clock, turns, body: Readable.from(['{"items":[]}']) });
    await setImmediate();
    for (const _ of [1, 2, 3]) {
      clock.advance(QUIET_MS);
      await setImmediate();
    }
    endFirst();
    await first;
    expect(await answer).toBe('{"items":[]}');
    expect(clock.sleeping()).toEqual([]);
  });

  it('ends an answer that stops in the middle, also in its turn', async () => {
    const clock = new ManualClock();
    const turns = new Turns(1);
    const answer = ask({
      clock,
      turns,
      body: new Readable({ read() {} }),
    });
    await setImmediate();
    clock.advance(QUIET_MS);
    await expect(answer).rejects.toMatchObject({
      cure: 'resume',
      problem: {
        reason: 'unreachable',
        message:
          "Listing pods on cluster 'prod-1' brought nothing for 75 s; it is tried again",
      },
    });
    const next = ask({ clock, turns, body: Readable.from(['next']) });
    expect(await next).toBe('next');
  });

  it('ends with the reason of its signal, and leaves nothing behind', async () => {
    const clock = new ManualClock();
    const controller = new AbortController();
    const body = new Readable({ read() {} });
    const answer = ask({ clock, body, signal: controller.signal });
    await setImmediate();
    controller.abort(new Error('the portal ends'));
    await expect(answer).rejects.toThrow('the portal ends');
    expect(body.destroyed).toBe(true);
    expect(clock.sleeping()).toEqual([]);
  });
});
