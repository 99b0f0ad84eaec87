import { parseListPage } from './parseListPage';
import { parseWatchLine } from './parseWatchLine';

const metadata = { uid: 'u-1', resourceVersion: '7' };

describe('parseWatchLine', () => {
  it.each(['ADDED', 'MODIFIED'])('reads %s as an object', type => {
    expect(
      parseWatchLine(JSON.stringify({ type, object: { metadata } })),
    ).toEqual({ kind: 'put', object: { metadata }, resourceVersion: '7' });
  });

  it('reads DELETED as the uid that is gone', () => {
    expect(
      parseWatchLine(JSON.stringify({ type: 'DELETED', object: { metadata } })),
    ).toEqual({ kind: 'remove', uid: 'u-1', resourceVersion: '7' });
  });

  it('reads BOOKMARK as a resource version', () => {
    expect(
      parseWatchLine(
        JSON.stringify({ type: 'BOOKMARK', object: { metadata } }),
      ),
    ).toEqual({ kind: 'bookmark', resourceVersion: '7' });
  });

  it('reads ERROR as a status with its words', () => {
    const object = { kind: 'Status', code: 410, message: 'too old' };
    expect(parseWatchLine(JSON.stringify({ type: 'ERROR', object }))).toEqual({
      kind: 'error',
      status: 410,
      words: 'too old',
    });
  });

  it('reads an object of any shape, for its parser to judge', () => {
    expect(parseWatchLine('{"type":"ADDED","object":"nonsense"}')).toEqual({
      kind: 'put',
      object: 'nonsense',
      resourceVersion: undefined,
    });
  });

  it.each(['', 'null', '[]', '{}', '{"type":"LATER"}', '<html>', '{"type":'])(
    'refuses %j',
    text => {
      expect(() => parseWatchLine(text)).toThrow();
    },
  );
});

describe('parseListPage', () => {
  it('reads items, resource version and where the next page starts', () => {
    expect(
      parseListPage(
        '{"metadata":{"resourceVersion":"9","continue":"abc"},"items":[{},{}]}',
      ),
    ).toEqual({ items: [{}, {}], resourceVersion: '9', continueToken: 'abc' });
  });

  it('reads the last page, and the null that stands for no items', () => {
    expect(
      parseListPage(
        '{"metadata":{"resourceVersion":"9","continue":""},"items":null}',
      ),
    ).toEqual({ items: [], resourceVersion: '9', continueToken: undefined });
  });

  it.each([
    '{"items":[]}',
    '{"metadata":{"resourceVersion":"9"},"items":{}}',
    '{"metadata":{"resourceVer',
  ])('refuses %j', text => {
    expect(() => parseListPage(text)).toThrow();
  });
});
