import {
  HistoryTransition,
  WorkloadTransition,
} from '@portal-operations/plugin-label-contract-common';
import { groupTransitions } from './groupTransitions';

function left(
  name: string,
  options: {
    second?: number;
    manager?: string;
    kind?: WorkloadTransition['kind'];
  } = {},
): HistoryTransition {
  const { second = 0, manager = 'kubectl-patch', kind = 'left' } = options;
  const moment = new Date(Date.UTC(2026, 0, 5, 10, 0, second)).toISOString();
  return {
    kind,
    workload: {
      cluster: 'workshop',
      namespace: 'payments-team',
      kind: 'Deployment',
      name,
      uid: name,
    },
    because: {
      id: 'label',
      level: 'object',
      key: 'app',
      was: 'a',
      is: 'b',
      manager,
    },
    between: { from: moment, to: moment },
  };
}

const claim: HistoryTransition = {
  kind: 'claim',
  is: 'app=a',
  between: { from: '2026-01-05T10:00:00Z', to: '2026-01-05T10:00:00Z' },
};

const sizes = (transitions: readonly HistoryTransition[]) =>
  groupTransitions(transitions).map(({ length }) => length);

describe('groupTransitions', () => {
  it('tells what one hand did within a minute as one', () => {
    expect(sizes([left('a'), left('b', { second: 30 })])).toEqual([2]);
  });

  it('measures the minute from the first, so that a long row of deeds is not one', () => {
    expect(
      sizes([left('a'), left('b', { second: 40 }), left('c', { second: 80 })]),
    ).toEqual([2, 1]);
  });

  it.each([
    ['a minute apart', left('b', { second: 60 })],
    ['another hand', left('b', { manager: 'argocd' })],
    ['the other way', left('b', { kind: 'entered' })],
    ['a claim', claim],
  ])('keeps apart: %s', (_, other) => {
    expect(sizes([left('a'), other])).toEqual([1, 1]);
  });

  it('never joins two claims', () => {
    expect(sizes([claim, claim])).toEqual([1, 1]);
  });

  it('keeps the order, and makes nothing of nothing', () => {
    const all = [left('a'), claim, left('b')];
    expect(groupTransitions(all).flat()).toEqual(all);
    expect(groupTransitions([])).toEqual([]);
  });
});
