import { keepOrder } from './keepOrder';

interface Row {
  readonly id: string;
  readonly words: string;
}

/** Each letter is a row. */
const rowsOf = (ids: string, words: string): Row[] =>
  [...ids].map(id => ({ id, words }));

function keep(shown: string, today: string) {
  const kept = keepOrder({
    shown: rowsOf(shown, 'before'),
    rows: rowsOf(today, 'today'),
    idOf: ({ id }) => id,
  });
  return {
    order: kept.rows.map(({ id }) => id).join(''),
    old: kept.rows
      .filter(({ words }) => words === 'before')
      .map(({ id }) => id)
      .join(''),
    gone: [...kept.gone].join(''),
    changed: kept.changed,
  };
}

describe('keepOrder', () => {
  it('takes the words of today where nothing moved', () => {
    expect(keep('abc', 'abc')).toEqual({
      order: 'abc',
      old: '',
      gone: '',
      changed: 0,
    });
  });

  it('leaves every row in its place, and counts those that moved', () => {
    expect(keep('abcde', 'eabcd')).toEqual({
      order: 'abcde',
      old: '',
      gone: '',
      changed: 1,
    });
    expect(keep('abc', 'cba').changed).toBe(2);
  });

  it('keeps what is gone, with its last words', () => {
    expect(keep('abc', 'ac')).toEqual({
      order: 'abc',
      old: 'b',
      gone: 'b',
      changed: 1,
    });
  });

  it('lets new rows wait', () => {
    expect(keep('ac', 'abc')).toEqual({
      order: 'ac',
      old: '',
      gone: '',
      changed: 1,
    });
  });
});
