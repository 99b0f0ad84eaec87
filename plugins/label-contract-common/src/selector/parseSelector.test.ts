import { matchesSelector } from './matchesSelector';
import { parseSelector } from './parseSelector';

function parsed(text: string) {
  const result = parseSelector(text);
  if (result.kind === 'invalid') {
    throw new Error(result.problem);
  }
  return result.selector;
}

describe('parseSelector', () => {
  it.each([
    ['app=web', [{ operator: 'in', key: 'app', values: ['web'] }]],
    ['app==web', [{ operator: 'in', key: 'app', values: ['web'] }]],
    ['app!=web', [{ operator: 'notin', key: 'app', values: ['web'] }]],
    ['app=', [{ operator: 'in', key: 'app', values: [''] }]],
    ['app in ()', [{ operator: 'in', key: 'app', values: [''] }]],
    ['app in (a,,b)', [{ operator: 'in', key: 'app', values: ['a', '', 'b'] }]],
    [
      'app in (in,notin)',
      [{ operator: 'in', key: 'app', values: ['in', 'notin'] }],
    ],
    ['in', [{ operator: 'exists', key: 'in' }]],
    ['!app', [{ operator: 'absent', key: 'app' }]],
    ['n>4', [{ operator: 'greater', key: 'n', value: BigInt(4) }]],
    ['\t app \n', [{ operator: 'exists', key: 'app' }]],
    ['', []],
  ])('reads %j', (text, selector) => {
    expect(parsed(text)).toEqual(selector);
  });

  it.each([
    ['app=web,', "Found the end where a key or '!' after ',' belongs"],
    ['app IN (web)', "Found 'IN' where one of =, ==, !=, in, notin, <, >"],
    ['app=we b', "Found 'b' where ',' or the end belongs"],
    ['=web', "Found '=' where a key or '!' belongs"],
    ['app in web', "Found 'web' where '(' belongs"],
    ['app in (web', "Found the end where ',' or ')' belongs"],
    ['n>x', "'x' is no integer"],
    ['a/b/c=d', "'a/b/c' has more than one slash"],
    ['app=-web', "'-web' is no label value"],
    [`app=${'a'.repeat(64)}`, 'has 64 characters'],
  ])('refuses %j and says why', (text, problem) => {
    const result = parseSelector(text);
    expect(result).toEqual({
      kind: 'invalid',
      problem: expect.stringContaining(problem),
    });
  });
});

describe('matchesSelector', () => {
  it('takes notin for an absent key as matched', () => {
    expect(matchesSelector({}, parsed('app notin (web)'))).toBe(true);
    expect(matchesSelector({}, parsed('app in (web)'))).toBe(false);
  });

  it('matches everything with an empty selector', () => {
    expect(matchesSelector({}, [])).toBe(true);
  });

  it('is not fooled by names that every object has', () => {
    expect(matchesSelector({}, parsed('constructor'))).toBe(false);
  });

  it('compares integers as 64 bits', () => {
    expect(matchesSelector({ n: '05' }, parsed('n>4'))).toBe(true);
    expect(matchesSelector({ n: '9223372036854775808' }, parsed('n>4'))).toBe(
      false,
    );
  });
});
