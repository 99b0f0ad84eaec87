import { act, renderHook } from '@testing-library/react';
import { useLiveRows } from './useLiveRows';

interface Row {
  readonly id: string;
  readonly words: string;
}

const rowsOf = (ids: string, words = 'before'): readonly Row[] =>
  [...ids].map(id => ({ id, words }));

function live(first: readonly Row[]) {
  const options = { key: 'all', isBehind: false, rows: first };
  const hook = renderHook(
    (props: typeof options) =>
      useLiveRows({ ...props, idOf: ({ id }: Row) => id }),
    { initialProps: options },
  );
  return {
    answer: (change: Partial<typeof options>) =>
      hook.rerender({ ...options, ...change }),
    show: () => act(() => hook.result.current.show()),
    order: () => hook.result.current.rows.map(({ id }) => id).join(''),
    words: () => hook.result.current.rows.map(row => row.words),
    changed: () => hook.result.current.changed,
  };
}

describe('useLiveRows', () => {
  it('changes the words in place, and moves no row until that is asked for', () => {
    const rows = live(rowsOf('abc'));
    rows.answer({ rows: rowsOf('cab', 'today') });
    expect(rows.order()).toBe('abc');
    expect(rows.words()).toEqual(['today', 'today', 'today']);
    expect(rows.changed()).toBe(1);

    rows.show();
    expect(rows.order()).toBe('cab');
    expect(rows.changed()).toBe(0);
  });

  it('keeps rows that are gone, and lets new ones wait', () => {
    const rows = live(rowsOf('abc'));
    rows.answer({ rows: rowsOf('xac') });
    expect(rows.order()).toBe('abc');
    expect(rows.changed()).toBe(2);
    rows.show();
    expect(rows.order()).toBe('xac');
  });

  it('takes the order of the answer to another question, once it is there', () => {
    const rows = live(rowsOf('abc'));
    rows.answer({ key: 'some', isBehind: true });
    expect(rows.order()).toBe('abc');
    rows.answer({ key: 'some', rows: rowsOf('ca') });
    expect(rows.order()).toBe('ca');
    expect(rows.changed()).toBe(0);
  });

  it('shows at once what comes where nothing was', () => {
    const rows = live([]);
    rows.answer({ rows: rowsOf('ab') });
    expect(rows.order()).toBe('ab');
    expect(rows.changed()).toBe(0);
  });
});
