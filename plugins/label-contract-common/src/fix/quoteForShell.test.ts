import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { commandOf } from './quoteForShell';

/** What a real shell makes of a command line, word by word. */
function wordsInShell(command: string): string[] {
  const output = execFileSync('sh', ['-c', `printf '%s\\0' ${command}`], {
    encoding: 'utf8',
  });
  return output.split('\0').slice(0, -1);
}

const anyWord = fc
  .string({ unit: 'binary', maxLength: 40 })
  .filter(word => !word.includes('\0'));

describe('commandOf', () => {
  it('passes every word through a shell as it is', () => {
    fc.assert(
      fc.property(fc.array(anyWord, { minLength: 1, maxLength: 40 }), words => {
        expect(wordsInShell(commandOf(...words))).toEqual(words);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    [''],
    ["it's"],
    ["'"],
    ['-rf'],
    ['$HOME `id` $(id) \\'],
    ['two\nlines'],
    ['~'],
    ['a;b&c|d>e'],
    ['ünï 名前 🙂'],
    ['{a,b}', '*', '?', '[a]', '!!', '#'],
  ])('passes %j', (...words) => {
    expect(wordsInShell(commandOf(...words))).toEqual(words);
  });

  it('leaves names as they are read best', () => {
    expect(commandOf('label', 'pod', 'web-0', 'example.com/id=1.10')).toBe(
      'label pod web-0 example.com/id=1.10',
    );
  });
});
