import { chooseSuites } from './chooseSuites';
import { runSuites } from './runSuites';
import { Suite } from './Suite';

function aSuite(name: string, result: Suite['run']): Suite {
  return { name, run: result };
}

const good = aSuite('good', async () => ({ passed: 3, failed: 0 }));
const bad = aSuite('bad', async () => ({ passed: 1, failed: 2 }));
const empty = aSuite('empty', async () => ({ passed: 0, failed: 0 }));
const broken = aSuite('broken', async () => {
  throw new Error('no Chromium here');
});

async function run(suites: readonly Suite[]) {
  const lines: string[] = [];
  const result = await runSuites({ suites, print: line => lines.push(line) });
  return { result, lines };
}

describe('runSuites', () => {
  it('ends with the sum of all suites', async () => {
    const { result, lines } = await run([good, bad]);

    expect(result).toEqual({ passed: 4, failed: 2 });
    expect(lines.at(-1)).toBe('4 passed, 2 failed');
  });

  it('fails a suite that ran nothing', async () => {
    const { result, lines } = await run([empty, good]);

    expect(result).toEqual({ passed: 3, failed: 1 });
    expect(lines).toContain('empty     0 passed, 1 failed (it ran nothing)');
  });

  it('fails a suite that broke, says why, and goes on', async () => {
    const { result, lines } = await run([broken, good]);

    expect(result).toEqual({ passed: 3, failed: 1 });
    expect(lines).toContain('broken    0 passed, 1 failed (no Chromium here)');
  });
});

describe('chooseSuites', () => {
  it('takes all when none is named', () => {
    expect(chooseSuites([good, bad], [])).toEqual([good, bad]);
  });

  it('takes those that are named', () => {
    expect(chooseSuites([good, bad], ['bad'])).toEqual([bad]);
  });

  it('refuses a name that is not known, and lists the known ones', () => {
    expect(() => chooseSuites([good, bad], ['units'])).toThrow(
      "Suite 'units' is not known; known: good, bad",
    );
  });
});
