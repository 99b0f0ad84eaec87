import { newestResults } from './newestResults';

const run = (startTime: number, name: string, status: string) => ({
  startTime,
  testResults: [{ name, assertionResults: [{ fullName: 'x', status }] }],
});

describe('newestResults', () => {
  it('takes of each file the run that began last, whichever is read first', () => {
    expect(
      newestResults(
        [
          run(2, '/root/a.test.ts', 'passed'),
          run(1, '/root/a.test.ts', 'failed'),
          run(1, '/root/b/b.test.ts', 'failed'),
        ],
        '/root',
      ),
    ).toEqual([
      { file: 'a.test.ts', fullName: 'x', status: 'passed' },
      { file: 'b/b.test.ts', fullName: 'x', status: 'failed' },
    ]);
  });
});
