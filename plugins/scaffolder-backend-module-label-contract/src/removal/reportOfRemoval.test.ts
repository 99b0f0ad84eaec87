import type { RemovedObject } from './RemovedObject';
import { reportOfRemoval } from './reportOfRemoval';

const objects: RemovedObject[] = [
  {
    object: { kind: 'Service', name: 'a', namespace: 'n' },
    outcome: 'deleted',
  },
  {
    object: { kind: 'Namespace', name: 'n' },
    outcome: 'stays',
    reason: 'it holds Pod b',
  },
];

describe('reportOfRemoval', () => {
  it('has a row for each object, in words that fit a plan or a run', () => {
    const rows = (dryRun: boolean) =>
      reportOfRemoval(objects, { dryRun }).rows.split('\n');
    expect(rows(true)).toEqual([
      '| Service | `a` | would be deleted |',
      '| Namespace | `n` | stays: it holds Pod b |',
    ]);
    expect(rows(false)[0]).toBe('| Service | `a` | deleted |');
  });

  it('counts what is deleted, and says what stays and why', () => {
    expect(reportOfRemoval(objects, { dryRun: false })).toMatchObject({
      removed: 1,
      remaining: 'Namespace n (it holds Pod b)',
      summary: 'deleted Service a; stays: Namespace n (it holds Pod b)',
    });
  });

  it('says that nothing is left', () => {
    expect(reportOfRemoval([], { dryRun: false })).toEqual({
      rows: '',
      removed: 0,
      remaining: '',
      summary: 'nothing is left to remove',
    });
  });
});
