import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bench } from './Bench';
import { BenchFigure } from './BenchResult';
import { chooseBenches } from './chooseBenches';
import { runBenches } from './runBenches';

function aBench(name: string, figures: readonly BenchFigure[]): Bench {
  return {
    name,
    run: async ({ log }) => {
      log('measuring');
      return { name, what: 'something', tables: [], figures };
    },
  };
}

const good = aBench('good', [
  { what: 'ratio', value: 0.04, unit: 'times', atMost: 0.05 },
]);
const bad = aBench('bad', [
  { what: 'ratio', value: 0.06, unit: 'times', atMost: 0.05 },
]);
const broken = aBench('broken', [
  { what: 'ratio', value: 0 / 0, unit: 'times', atMost: 0.05 },
]);

describe('runBenches', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'run-benches-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  const run = async (benches: readonly Bench[], isQuick = false) => {
    const lines: string[] = [];
    const missed = await runBenches({
      benches,
      isQuick,
      folder,
      print: line => lines.push(line),
      signal: new AbortController().signal,
    });
    return { missed, lines };
  };
  const written = async (name: string) =>
    JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'));

  it('returns what is over its limit, and what is no number', async () => {
    const { missed } = await run([good, bad, broken]);
    expect(missed).toEqual([
      'bad: ratio: 0.06 times, at most 0.05',
      'broken: ratio: NaN times, at most 0.05',
    ]);
  });

  it('writes each result with where and when it was measured', async () => {
    await run([good, bad]);
    expect(await written('good')).toMatchObject({
      name: 'good',
      isQuick: false,
      startedAt: expect.stringMatching(/^\d{4}-/),
      machine: { cores: expect.any(Number), load: expect.any(Object) },
      figures: [{ what: 'ratio', value: 0.04, atMost: 0.05, isMet: true }],
    });
    expect((await written('bad')).figures[0].isMet).toBe(false);
  });

  it('holds a small run to no limit', async () => {
    const { missed } = await run([bad], true);
    expect(missed).toEqual([]);
    expect((await written('bad')).figures[0]).not.toHaveProperty('isMet');
  });
});

describe('chooseBenches', () => {
  it('takes all where none is named', () => {
    expect(chooseBenches([good, bad], [])).toEqual([good, bad]);
  });

  it('takes those that are named, in their own order', () => {
    expect(chooseBenches([good, bad, broken], ['broken', 'good'])).toEqual([
      good,
      broken,
    ]);
  });

  it('names the ones that are known for one that is not', () => {
    expect(() => chooseBenches([good, bad], ['better'])).toThrow(
      "Benchmark 'better' is not known; known: good, bad",
    );
  });
});
