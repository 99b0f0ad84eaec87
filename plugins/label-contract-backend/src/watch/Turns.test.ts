import { setImmediate } from 'node:timers/promises';
import { ManualClock } from '../tests/ManualClock';
import { Turns } from './Turns';

/** Work that ends when it is told to. */
function aWork(turns: Turns) {
  let end = (_error?: Error) => {};
  let isStarted = false;
  const result = turns.take(
    () =>
      new Promise<string>((resolve, reject) => {
        isStarted = true;
        end = error => (error ? reject(error) : resolve('done'));
      }),
  );
  return { result, isStarted: () => isStarted, end: (e?: Error) => end(e) };
}

describe('Turns', () => {
  it('lets so many work together, and the next when one ends, whatever its end', async () => {
    const turns = new Turns(2);
    const works = [1, 2, 3, 4].map(() => aWork(turns));
    const started = () => works.map(each => each.isStarted());
    await setImmediate();
    expect(started()).toEqual([true, true, false, false]);

    works[1].end(new Error('refused'));
    await expect(works[1].result).rejects.toThrow('refused');
    await setImmediate();
    expect(started()).toEqual([true, true, true, false]);

    works[0].end();
    expect(await works[0].result).toBe('done');
    await setImmediate();
    expect(started()).toEqual([true, true, true, true]);

    works[2].end();
    works[3].end();
    await Promise.all([works[2].result, works[3].result]);
    const late = aWork(turns);
    await setImmediate();
    expect(late.isStarted()).toBe(true);
    late.end();
    await late.result;
  });

  it('goes on to the next when one takes too long, and lets that one end', async () => {
    const clock = new ManualClock();
    const turns = new Turns(1, { milliseconds: 5_000, clock });
    const [hanging, quick, last] = [1, 2, 3].map(() => aWork(turns));
    await setImmediate();
    clock.advance(4_999);
    await setImmediate();
    expect(quick.isStarted()).toBe(false);
    clock.advance(1);
    await setImmediate();
    expect([quick.isStarted(), last.isStarted()]).toEqual([true, false]);

    // Its turn was over: that it ends now is nobody's turn.
    hanging.end();
    expect(await hanging.result).toBe('done');
    await setImmediate();
    expect(last.isStarted()).toBe(false);

    quick.end();
    await quick.result;
    await setImmediate();
    expect(last.isStarted()).toBe(true);
    last.end();
    await last.result;
    expect(clock.sleeping()).toEqual([]);
  });
});
