import { reportOfObjects } from './reportOfObjects';

describe('reportOfObjects', () => {
  it('has a row for each object, and a block for each change', () => {
    const { rows, diff } = reportOfObjects([
      {
        object: { kind: 'Namespace', name: 'orders' },
        outcome: 'changed',
        changes: ['metadata.labels.a'],
        diff: '-a: 1\n+a: 2',
        isTried: true,
      },
      {
        object: { kind: 'Service', name: 'orders-api', namespace: 'orders' },
        outcome: 'created',
        changes: [],
        detail: 'port 8080 | http',
        isTried: false,
      },
    ]);

    expect(rows.split('\n')).toEqual([
      '| Namespace | `orders` | changed: 1 field |',
      '| Service | `orders-api` | created, port 8080 \\| http, not tried: its namespace does not exist yet |',
    ]);
    expect(diff).toBe('```diff\n  Namespace orders\n-a: 1\n+a: 2\n```\n');
  });
});
