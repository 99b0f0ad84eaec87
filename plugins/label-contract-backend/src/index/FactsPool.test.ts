import { FactsPool } from './FactsPool';

/** A text that is no part of the source, as one that was read from an answer. */
function aText(text: string): string {
  return JSON.parse(JSON.stringify(text));
}

function aPod(name: string) {
  return {
    name,
    labels: { app: aText('web'), team: aText('shop') },
    containers: [{ name: aText('web'), isReady: true, restartCount: 0 }],
    readinessGates: [],
    node: undefined,
  };
}

describe('FactsPool', () => {
  it('gives back what it was given, whatever that is', () => {
    const pool = new FactsPool();
    const values = [
      aPod('a'),
      { list: [1, '1', true, undefined, -0, Number.NaN, 2 ** 40] },
      { a: { b: { c: ['d'] } }, e: {} },
      { labels: { constructor: 'web', length: '2' } },
      { '': '' },
    ];
    for (const value of [...values, ...values]) {
      expect(pool.compact(value)).toStrictEqual(value);
    }
  });

  it('keeps once what two have in common', () => {
    const pool = new FactsPool();
    const a = pool.compact(aPod('a'));
    const b = pool.compact(aPod('b'));
    expect(b.labels).toBe(a.labels);
    expect(b.containers).toBe(a.containers);
    expect(b.readinessGates).toBe(a.readinessGates);
  });

  it.each([
    [{ part: { a: 1 } }, { part: { b: 1 } }],
    [{ part: { a: '1' } }, { part: { a: 1 } }],
    [{ part: { a: 1 } }, { part: { a: true } }],
    [{ part: { a: 0 } }, { part: { a: -0 } }],
    [{ part: { a: undefined } }, { part: {} }],
    [{ part: ['a', 'b'] }, { part: ['b', 'a'] }],
    [{ part: ['a'] }, { part: { 0: 'a' } }],
    [{ part: [] }, { part: {} }],
  ])('takes %j and %j for two things', (one, other) => {
    const pool = new FactsPool();
    expect(pool.compact<object>(one)).toStrictEqual(one);
    expect(pool.compact<object>(other)).toStrictEqual(other);
    expect(pool.compact<object>(one)).toStrictEqual(one);
  });

  it('changes nothing of what it is given', () => {
    const frozen = Object.freeze({ labels: Object.freeze({ app: 'web' }) });
    expect(new FactsPool().compact(frozen)).toStrictEqual(frozen);
  });
});
