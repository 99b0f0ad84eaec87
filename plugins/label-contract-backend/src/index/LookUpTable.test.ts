import { LookUpTable } from './LookUpTable';

interface Item {
  readonly name: string;
}

describe('LookUpTable', () => {
  it.each([1, 2, 3, 8, 9, 20])(
    'holds %d items of one key, each once, and no key without items',
    count => {
      const table = new LookUpTable<string, Item>();
      const items = Array.from({ length: count }, (_, index) => ({
        name: `item-${index}`,
      }));
      for (const item of [...items, ...items]) {
        table.add('key', item);
      }
      expect([...table.get('key')]).toEqual(items);
      expect(table.size).toBe(1);

      items.forEach((item, index) => {
        table.remove('key', { name: item.name });
        table.remove('key', item);
        table.remove('key', item);
        expect([...table.get('key')]).toEqual(items.slice(index + 1));
      });
      expect(table.size).toBe(0);
      expect(table.has('key')).toBe(false);
    },
  );

  it('finds an item without a key by none', () => {
    const table = new LookUpTable<string, Item>();
    table.add(undefined, { name: 'item' });
    table.remove(undefined, { name: 'item' });
    expect(table.size).toBe(0);
  });
});
