import { BenchResult } from './BenchResult';
import { numberText, printBenchResult } from './printBenchResult';

const result: BenchResult = {
  name: 'answers',
  what: 'time of one answer',
  tables: [
    {
      title: 'Milliseconds an answer',
      columns: ['Deployments', 'tab', 'ours'],
      rows: [['10,000', 123.456, 1.2345]],
    },
  ],
  figures: [
    { what: 'ours / tab', value: 0.0123, unit: 'times', atMost: 0.05 },
    { what: 'requests', value: 1, unit: 'requests', atMost: 0 },
    { what: 'start', value: 1.5, unit: 'times' },
  ],
};

describe('printBenchResult', () => {
  it('says of each figure whether its limit is met', () => {
    expect(printBenchResult(result, { isQuick: false })).toBe(
      [
        'answers: time of one answer',
        '',
        'Milliseconds an answer',
        'Deployments  tab  ours',
        '10,000       123  1.23',
        '',
        'figure             value       limit  met',
        'ours / tab  0.0123 times  0.05 times  yes',
        'requests      1 requests  0 requests   NO',
        'start          1.5 times           -    -',
      ].join('\n'),
    );
  });

  it('holds a small run to no limit', () => {
    const text = printBenchResult(result, { isQuick: true });
    expect(text).toContain('small run');
    expect(text).not.toMatch(/yes|NO/);
  });
});

describe('numberText', () => {
  it.each([
    [0, '0'],
    [0.000123456, '0.000123'],
    [9.876, '9.88'],
    [99.96, '100'],
    [12345.6, '12,346'],
    [NaN, 'NaN'],
  ])('writes %d as %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });
});
