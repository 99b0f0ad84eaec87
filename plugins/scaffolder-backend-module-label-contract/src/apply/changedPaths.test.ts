import { changedPaths } from './changedPaths';

describe('changedPaths', () => {
  it('finds what was added, removed and changed, however deep', () => {
    expect(
      changedPaths(
        { a: 1, b: { c: [1, { d: 2 }] }, gone: true },
        { a: 1, b: { c: [1, { d: 3 }] }, fresh: true },
      ),
    ).toEqual(['b.c.1.d', 'gone', 'fresh']);
  });

  it('leaves out what the API server keeps by itself', () => {
    expect(
      changedPaths(
        { metadata: { generation: 1, resourceVersion: '1' }, status: 1 },
        { metadata: { generation: 2, resourceVersion: '2' }, status: 2 },
      ),
    ).toEqual([]);
  });

  it('compares times by their value', () => {
    expect(changedPaths({ at: new Date(5) }, { at: new Date(5) })).toEqual([]);
    expect(changedPaths({ at: new Date(5) }, { at: new Date(6) })).toEqual([
      'at.time',
    ]);
  });
});
