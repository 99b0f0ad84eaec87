import { HistoryTransition } from '@portal-operations/plugin-label-contract-common';

/** Transitions that are told as one: what one hand did to several workloads at once. */
export type TransitionGroup = readonly [
  HistoryTransition,
  ...HistoryTransition[],
];

/** Changes of one hand that are closer than this, in milliseconds, are one deed. */
const SAME_DEED_MILLISECONDS = 60_000;

/** Puts together neighbours that differ in the workload alone. Keeps the order. */
export function groupTransitions(
  transitions: readonly HistoryTransition[],
): TransitionGroup[] {
  const groups: [HistoryTransition, ...HistoryTransition[]][] = [];
  for (const transition of transitions) {
    const group = groups.at(-1);
    if (group && isOfOneDeed(group[0], transition)) {
      group.push(transition);
    } else {
      groups.push([transition]);
    }
  }
  return groups;
}

function isOfOneDeed(a: HistoryTransition, b: HistoryTransition): boolean {
  return (
    a.kind !== 'claim' &&
    b.kind !== 'claim' &&
    deedOf(a) === deedOf(b) &&
    Math.abs(momentOf(a) - momentOf(b)) < SAME_DEED_MILLISECONDS
  );
}

function deedOf({
  kind,
  because,
}: Exclude<HistoryTransition, { kind: 'claim' }>): string {
  return JSON.stringify(
    because.id === 'label'
      ? [kind, because.level, because.key, because.is, because.manager]
      : [kind, because.id],
  );
}

function momentOf({ between }: HistoryTransition): number {
  return new Date(between.to).getTime();
}
