import { CorpusResult, RuleScore, Score } from './CorpusResult';
import { shortfallsOf } from './shortfallsOf';

function score(rule: Partial<RuleScore> = {}): Score {
  return {
    fleets: 1000,
    byRule: new Map([
      [
        'label-on-object',
        { expected: 1000, found: 1000, right: 1000, ...rule },
      ],
    ]),
    byKind: new Map(),
    confusion: new Map(),
    verdicts: { right: 10, of: 10 },
    mistakes: [],
  };
}

const perfect: CorpusResult = {
  healthy: {
    fleets: 10,
    entities: 10,
    workloads: 10,
    alarms: 0,
    infos: 0,
    wrongVerdicts: 0,
    mistakes: [],
  },
  singles: score(),
  pairs: score(),
  awaited: score({ right: 0 }),
  neverDone: [],
  fixes: { applied: 10, failed: 0, mistakes: [] },
  detectors: [],
};

describe('shortfallsOf', () => {
  it('has nothing to say of a perfect result, whatever is still awaited', () => {
    expect(shortfallsOf(perfect)).toEqual([]);
  });

  it.each<[string, Partial<CorpusResult>, RegExp]>([
    [
      'one alarm on a healthy fleet',
      { healthy: { ...perfect.healthy, alarms: 1 } },
      /1 alarms/,
    ],
    [
      'one missed finding after a single mutation',
      { singles: score({ found: 999, right: 999 }) },
      /label-on-object: 999 of 1000/,
    ],
    [
      'more than one finding of a hundred for nothing',
      { pairs: score({ found: 1021 }) },
      /precision is 98\.96 %/,
    ],
    [
      'a wrong verdict after a single mutation',
      { singles: { ...score(), verdicts: { right: 9, of: 10 } } },
      /1 wrong verdicts/,
    ],
    [
      'a fix that does not work',
      { fixes: { ...perfect.fixes, failed: 1 } },
      /1 fixes/,
    ],
    [
      'a mutation that was never done',
      { neverDone: ['slash in the id'] },
      /slash in the id/,
    ],
  ])('names %s', (_, difference, sentence) => {
    expect(shortfallsOf({ ...perfect, ...difference })).toEqual([
      expect.stringMatching(sentence),
    ]);
  });
});
