import { GateReport } from '@portal-operations/plugin-label-contract-common';
import { englishWords } from '../__testUtils__/englishWords';
import { sampleReports } from '../testUtils/sampleReports';
import { describeDrawn, describeGate } from './describeGate';

const samples = Object.values(sampleReports(new Date('2026-01-05T10:00:00Z')));
const gates = samples.flatMap(report => report.gates);
const wordsOf = (gate: GateReport) => describeGate(gate, englishWords());

const clusterGate = (
  reason: Extract<GateReport, { gate: 'cluster' }>['reason'],
) => wordsOf({ gate: 'cluster', state: 'open', holdsBack: [], reason }).detail;

describe('describeGate', () => {
  it('gives every gate a name, a state and a reason', () => {
    expect(new Set(gates.map(({ gate }) => gate)).size).toBe(4);
    for (const gate of gates) {
      const { name, state, detail } = wordsOf(gate);
      expect([name, state, detail]).not.toContain('');
      expect(detail).not.toMatch(/\{\{|undefined|\[object/);
    }
  });

  it('names the key or the query in the very words of the reason', () => {
    const named = gates
      .filter(({ gate, reason }) => gate === 'tab' || reason.id === 'sent')
      .map(wordsOf);
    expect(named.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'kubernetes-id',
        expect.stringMatching(/^backstage\.io\/kubernetes-id=/),
      ]),
    );
    named.forEach(({ code, detail }) => expect(detail).toContain(code));
  });

  it('is green only where a gate is open, and grey where nobody knows', () => {
    const tones = (state: GateReport['state']) =>
      new Set(
        gates.filter(gate => gate.state === state).map(g => wordsOf(g).tone),
      );
    expect([...tones('open')]).toEqual(['good']);
    expect([...tones('unknown')]).toEqual(['calm']);
    expect([...tones('closed'), ...tones('partly')]).not.toContain('good');
  });

  it('counts what a gate holds back', () => {
    const partly = gates.find(
      ({ gate, state }) => gate === 'view' && state === 'partly',
    )!;
    const stateOf = (holdsBack: GateReport['holdsBack']) =>
      wordsOf({ ...partly, holdsBack } as GateReport).state;
    const [held] = partly.holdsBack as [GateReport['holdsBack'][number]];
    expect(stateOf([held])).toBe('Closed for 1 workload');
    expect(stateOf([held, held])).toBe('Closed for 2 workloads');
  });

  it('says one cluster and several in words that fit', () => {
    expect(clusterGate({ id: 'all', values: { clusters: ['annex'] } })).toBe(
      'The only cluster is asked: annex.',
    );
    expect(
      clusterGate({ id: 'all', values: { clusters: ['annex', 'workshop'] } }),
    ).toMatch(/^All 2 are asked: annex/);
  });
});

describe('describeDrawn', () => {
  it('says that nothing is drawn where there is no view', () => {
    expect(describeDrawn([], englishWords())).not.toMatch(/\d of/);
  });
});
