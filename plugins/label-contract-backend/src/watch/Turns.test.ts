import { setImmediate } from 'node:timers/promises';
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
});
