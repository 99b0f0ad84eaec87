import { readJestSummary } from './readJestSummary';

const clean = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

describe('readJestSummary', () => {
  it('counts what passed', () => {
    expect(readJestSummary(clean)).toEqual({ passed: 5, failed: 0 });
  });

  it.each([
    ['failed', { numFailedTests: 1 }],
    ['skipped', { numPendingTests: 1 }],
    ['left to do', { numTodoTests: 1 }],
    ['in a file that did not load', { numRuntimeErrorTestSuites: 1 }],
  ])('counts a test that is %s as failed', (_, numbers) => {
    expect(readJestSummary({ ...clean, ...numbers })).toEqual({
      passed: 5,
      failed: 1,
    });
  });

  it('never calls a run that ended with an error passed', () => {
    expect(readJestSummary(clean, new Error('out of memory'))).toEqual({
      passed: 5,
      failed: 1,
    });
  });
});
