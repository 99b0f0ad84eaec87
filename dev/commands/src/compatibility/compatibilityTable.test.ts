import { compatibilityTable } from './compatibilityTable';

const claim = { what: 'It loads', with: 'Node.js 24', file: 'a.test.ts' };
const test = (status: string, fullName = 'x', file = 'a.test.ts') => ({
  file,
  fullName,
  status,
});
const lastRow = (options: Parameters<typeof compatibilityTable>[0]) =>
  compatibilityTable(options).split('\n').at(-1);

describe('compatibilityTable', () => {
  it('counts the tests of the file that passed', () => {
    expect(
      lastRow({
        claims: [claim],
        results: [test('passed'), test('passed'), test('passed', 'x', 'b')],
      }),
    ).toBe('| It loads | Node.js 24 | 2 passed | `a.test.ts` |');
  });

  it('takes only tests of the title that is asked for', () => {
    expect(
      lastRow({
        claims: [{ ...claim, title: /Node\.js 22/ }],
        results: [
          test('failed', 'on Node.js 24'),
          test('passed', 'on Node.js 22'),
        ],
      }),
    ).toContain('| 1 passed |');
  });

  it('says that tests failed', () => {
    expect(
      lastRow({ claims: [claim], results: [test('passed'), test('failed')] }),
    ).toContain('| **1 of 2 failed** |');
  });

  it('does not take tests for passed that were skipped, or not there', () => {
    expect(lastRow({ claims: [claim], results: [test('pending')] })).toContain(
      '| not run |',
    );
    expect(lastRow({ claims: [claim], results: [] })).toContain('| not run |');
  });
});
