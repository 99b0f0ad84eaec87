import { compareFolders } from './compareFolders';

const of = (team: string, port = 8080) =>
  `kind: Service\nmetadata:\n  labels:\n    portal-operations.io/team: ${team}\nport: ${port}\n`;

const compare = (
  there: Record<string, string>,
  wanted: Record<string, string>,
) =>
  compareFolders({
    there: new Map(Object.entries(there)),
    wanted: new Map(Object.entries(wanted)),
    team: 'mine',
    place: 'services/a of r',
  }).map(({ file, outcome }) => `${file} ${outcome}`);

describe('compareFolders', () => {
  it('tells what is new, different, the same, and not wanted any more', () => {
    expect(
      compare(
        { 'b.yaml': of('mine', 1), 'c.yaml': of('mine'), 'd.yml': of('mine') },
        { 'a.yaml': of('mine'), 'b.yaml': of('mine'), 'c.yaml': of('mine') },
      ),
    ).toEqual([
      'a.yaml added',
      'b.yaml changed',
      'c.yaml unchanged',
      'd.yml removed',
    ]);
  });

  it('leaves what somebody else put beside it, even where it cannot be read', () => {
    expect(
      compare(
        { 'a.yaml': of('mine'), 'notes.md': 'x', 'broken.yaml': '{{ a: [' },
        { 'a.yaml': of('mine') },
      ),
    ).toEqual(['a.yaml unchanged']);
  });

  it('finds the owner in the last of several documents, too', () => {
    expect(() =>
      compare({ 'all.yaml': `kind: A\n---\n${of('yours')}` }, {}),
    ).toThrow(/belongs to yours, not to mine/);
  });

  it('overwrites a file of its own folder that carries no label', () => {
    expect(
      compare(
        { 'a.yaml': of('mine'), 'README.md': 'old' },
        { 'a.yaml': of('mine'), 'README.md': 'new' },
      ),
    ).toEqual(['a.yaml unchanged', 'README.md changed']);
  });
});
