import { mapConcurrently } from './mapConcurrently';

describe('mapConcurrently', () => {
  it('keeps the order of the items, and no more than so many under way', async () => {
    let underWay = 0;
    let most = 0;
    const results = await mapConcurrently([3, 1, 2, 0], 2, async item => {
      underWay += 1;
      most = Math.max(most, underWay);
      for (let turn = 0; turn < item; turn += 1) {
        await Promise.resolve();
      }
      underWay -= 1;
      return item * 10;
    });
    expect(results).toEqual([30, 10, 20, 0]);
    expect(most).toBe(2);
  });

  it('ends with the first error, and begins nothing after it', async () => {
    const begun: number[] = [];
    await expect(
      mapConcurrently([1, 2, 3], 1, async item => {
        begun.push(item);
        throw new Error(`item ${item}`);
      }),
    ).rejects.toThrow('item 1');
    expect(begun).toEqual([1]);
  });
});
