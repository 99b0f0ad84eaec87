import { printCorpus, runCorpus, shortfallsOf } from '.';

describe('corpus', () => {
  const result = runCorpus({
    healthyFleets: 300,
    fleetsPerMutation: 2,
    pairs: 200,
    seed: 1,
    machineTime: new Date(),
  });

  it('meets every threshold on a few hundred fleets', () => {
    const shortfalls = shortfallsOf(result);
    expect(shortfalls.length ? printCorpus(result) : shortfalls).toEqual([]);
  });

  it('breaks fleets in every way, and every break is seen or named as missing', () => {
    expect(result.neverDone).toEqual([]);
    expect(result.singles.fleets + result.awaited.fleets).toBeGreaterThan(150);
    expect(result.pairs.fleets).toBeGreaterThan(150);
    expect(result.fixes.applied).toBeGreaterThan(100);
  });

  it('prints recall, precision and who is mistaken for whom', () => {
    const text = printCorpus(result);
    expect(text).toMatch(/label-matches-claim +\d+ +\d+ +\d+ +100\.00 +/);
    expect(text).toMatch(/CronJob +[1-9]\d* +\d+ +\d+ +100\.00 +/);
    expect(text).toContain('Confusion: rule expected (rows)');
    expect(text).toMatch(/no mutation: .* \d+ +0 +[1-9]/);
  });
});
