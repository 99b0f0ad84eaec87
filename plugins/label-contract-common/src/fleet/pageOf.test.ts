import { aSummary } from '../testUtils/aSummary';
import { sortKeyOfSummary } from './compareSummaries';
import { EntitySummary } from './EntitySummary';
import { pageOf } from './pageOf';

const fleet = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(name => aSummary(name));

function page(
  options: {
    items?: EntitySummary[];
    list?: string;
    limit?: number;
    cursor?: string;
  } = {},
) {
  const found = pageOf({
    items: fleet,
    keyOf: summary => sortKeyOfSummary(summary),
    list: 'fleet worst asc',
    limit: 3,
    ...options,
  });
  return {
    nextCursor: undefined,
    previousCursor: undefined,
    ...found,
    names: found.items.map(({ entityRef }) => entityRef.slice(-1)).join(''),
  };
}

describe('pageOf', () => {
  it('begins with the first items, and says how many there are', () => {
    expect(page()).toMatchObject({
      names: 'abc',
      totalItems: 7,
      offset: 0,
      previousCursor: undefined,
    });
  });

  it('goes to the end, and back', () => {
    const second = page({ cursor: page().nextCursor });
    expect(second).toMatchObject({ names: 'def', offset: 3 });
    const last = page({ cursor: second.nextCursor });
    expect(last).toMatchObject({
      names: 'g',
      offset: 6,
      nextCursor: undefined,
    });
    expect(page({ cursor: last.previousCursor })).toMatchObject({
      names: 'def',
      offset: 3,
    });
    expect(page({ cursor: second.previousCursor })).toMatchObject({
      names: 'abc',
      offset: 0,
      previousCursor: undefined,
    });
  });

  it('neither skips nor repeats when the fleet changes in between', () => {
    const { nextCursor } = page();
    const withoutFirst = fleet.slice(1);
    expect(page({ items: withoutFirst, cursor: nextCursor }).names).toBe('def');
    const withoutLastSeen = fleet.filter(
      ({ entityRef }) => !entityRef.endsWith('/c'),
    );
    expect(page({ items: withoutLastSeen, cursor: nextCursor }).names).toBe(
      'def',
    );
    const withAnother = [aSummary('0'), ...fleet];
    expect(page({ items: withAnother, cursor: nextCursor }).names).toBe('def');
  });

  it('is empty past the end, and leads back', () => {
    const { nextCursor } = page({ limit: 6 });
    const shrunk = fleet.slice(0, 4);
    const past = page({ items: shrunk, cursor: nextCursor });
    expect(past).toMatchObject({ names: '', offset: 4, nextCursor: undefined });
    expect(page({ items: shrunk, cursor: past.previousCursor }).names).toBe(
      'bcd',
    );
  });

  it('takes names of any language into a cursor', () => {
    const items = ['ärger', '部門', 'zoë 🐝'].map(title =>
      aSummary('x', { title, entityRef: `component:default/${title}` }),
    );
    const { nextCursor } = page({ items, limit: 1 });
    expect(nextCursor).toMatch(/^[\w-]+$/);
    expect(page({ items, limit: 1, cursor: nextCursor }).offset).toBe(1);
  });

  it.each([
    ['', 'nothing'],
    ['nonsense', 'letters'],
    ['%%%', 'what is no base64'],
    [btoa('{"a":1}'), 'an object'],
    [btoa('["fleet worst asc","after",false,0,"a"]'), 'too few fields'],
    [
      btoa('["fleet worst asc","after",0,0,"a","b"]'),
      'a field of another type',
    ],
    [btoa('["fleet worst asc","beside",false,0,"a","b"]'), 'another way to go'],
    [btoa('["unclaimed","after",false,0,"a","b"]'), 'another list'],
    [btoa('["fleet name asc","after",false,"a","a","b"]'), 'another order'],
  ])('refuses a cursor %s: %s', cursor => {
    expect(() => page({ cursor })).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining('cursor'),
      }),
    );
  });

  it.each([0, -1, 501, 1.5, Number.NaN])('refuses the limit %s', limit => {
    expect(() => page({ limit })).toThrow(/limit .* 1 to 500/);
  });
});
