import { englishWords } from '../__testUtils__/englishWords';
import { messages } from '../messages/messages';
import { flattenMessages } from './flattenMessages';

const texts = Object.entries(flattenMessages(messages));
const NOUNS =
  'workload|pod|cluster|finding|rule|day|row|hint|restart|object|namespace|service|other|kind|run';

/** Texts that put a number before a noun and have one form: whoever takes them has seen that there are several. */
const SEVERAL_ONLY =
  /^(headline\.missing|history\.(entered|left)Many|label\.companions\.several)$/;

/** What every form of a message says of so many; whatever else is put in is a name. */
function saidOf(count: number): [key: string, text: string][] {
  const t = englishWords() as unknown as (
    key: string,
    values: Record<string, unknown>,
  ) => string;
  const keys = new Set(
    texts.flatMap(([key]) =>
      /_(one|other)$/.test(key) ? [key.replace(/_(one|other)$/, '')] : [],
    ),
  );
  return [...keys].map(key => {
    const names = texts
      .filter(([other]) => other.replace(/_(one|other)$/, '') === key)
      .flatMap(([, text]) =>
        [...text.matchAll(/\{\{(\w+)(, number)?\}\}/g)].map(
          ([, name, isNumber]) => [name, isNumber ? count : 'NAME'],
        ),
      );
    return [key, t(key, { ...Object.fromEntries(names), count })];
  });
}

const matching = (
  entries: readonly (readonly [string, string])[],
  pattern: RegExp,
) => entries.filter(([, text]) => pattern.test(text));

describe('the English words', () => {
  it('do not plead, exclaim or praise themselves', () => {
    expect(matching(texts, /!|\b(please|oops|successfully)\b/i)).toEqual([]);
  });

  it('have no blanks that nobody sees', () => {
    expect(matching(texts, /^\s|\s$|\s{2}/)).toEqual([]);
  });

  it('quote with signs that are made for it', () => {
    expect(matching(texts, /['"]/)).toEqual([]);
  });

  it('say no percentages', () => {
    expect(matching(texts, /%|\bpercent/)).toEqual([]);
  });

  it('have both forms where they have one', () => {
    const keys = new Set(texts.map(([key]) => key));
    const lonely = [...keys].filter(
      key =>
        (key.endsWith('_one') && !keys.has(key.replace(/_one$/, '_other'))) ||
        (key.endsWith('_other') && !keys.has(key.replace(/_other$/, '_one'))),
    );
    expect(lonely).toEqual([]);
  });

  it('have both forms where a number stands before what it counts', () => {
    const counting = texts.filter(
      ([key, text]) =>
        !/_(one|other)$/.test(key) &&
        !SEVERAL_ONLY.test(key) &&
        new RegExp(`\\{\\{\\w+, number\\}\\} (${NOUNS})s?\\b`).test(text),
    );
    expect(counting).toEqual([]);
  });

  it('speak of one as of one', () => {
    const said = saidOf(1);
    expect(said.length).toBeGreaterThan(50);
    expect(
      matching(said, new RegExp(`\\b1 (\\w+ )?(${NOUNS})s\\b(?! of)`)),
    ).toEqual([]);
    expect(matching(said, /\b1 \w+ (are|were|have|do|wait)\b/)).toEqual([]);
  });

  it.each([0, 2])('speak of %s as of several', count => {
    const said = saidOf(count);
    expect(
      matching(said, new RegExp(`\\b${count} (\\w+ )?(${NOUNS})\\b(?! \\w+s)`)),
    ).toEqual([]);
    expect(
      matching(
        said,
        new RegExp(`\\b${count} \\w+s (is|was|has|does|waits)\\b`),
      ),
    ).toEqual([]);
  });

  it('leave nothing to be put in', () => {
    expect(matching(saidOf(2), /\{\{|\}\}|undefined/)).toEqual([]);
  });
});
