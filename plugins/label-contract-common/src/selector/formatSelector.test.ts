import { formatSelector } from './formatSelector';
import { parseSelector } from './parseSelector';

describe('formatSelector', () => {
  it.each([
    ['app=pay', 'app=pay'],
    [' app == pay , !canary ', 'app=pay,!canary'],
    ['tier in (web, api),app', 'tier in (web,api),app'],
    ['tier notin (web,api),stage!=dev', 'tier notin (web,api),stage!=dev'],
    ['shard>2,shard<10', 'shard>2,shard<10'],
    ['x=', 'x='],
    ['x in (,a)', 'x in (,a)'],
  ])('writes %j so that it is read as the same selector', (text, written) => {
    const parsed = parseSelector(text);
    if (parsed.kind === 'invalid') {
      throw new Error(parsed.problem);
    }

    expect(formatSelector(parsed.selector)).toBe(written);
    expect(parseSelector(written)).toEqual(parsed);
  });
});
