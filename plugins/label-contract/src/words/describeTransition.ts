import {
  HistoryTransition,
  Level,
  WorkloadTransition,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeMoment, describeMomentOfDay, isSameDay } from './describeTime';
import { TransitionGroup } from './groupTransitions';

/** Something that happened, in words. */
export interface TransitionWords {
  readonly mark: 'entered' | 'left' | 'claim';
  /** "Today, 10:42", or "Between 14 Nov, 10:40 and 10:42" where nobody watched. */
  readonly time: string;
  readonly title: string;
  /** How it happened; undefined where the title says it all. */
  readonly detail?: string;
  /** Through whom; undefined where that does not apply. */
  readonly by?: string;
}

/** What happened to one workload, to several at once, or to the claim. */
export function describeTransition(
  options: { group: TransitionGroup; now: number },
  t: Translate,
): TransitionWords {
  const { group, now } = options;
  const [first] = group;
  const time = describeBetween(first, now, t);
  if (first.kind === 'claim') {
    return { mark: 'claim', time, title: describeClaimChange(first, t) };
  }
  return {
    mark: first.kind,
    time,
    title: describeDeed(first, group.length, t),
    detail: describeCause(first, t),
    by: describeHand(first, t),
  };
}

function describeBetween(
  { between }: HistoryTransition,
  now: number,
  t: Translate,
): string {
  const from = describeMoment(between.from, t);
  const to = describeMoment(between.to, t);
  const clock = describeMomentOfDay(between.to, t);
  if (from !== to) {
    return t('history.between', {
      from,
      to: isSameDay(between.from, between.to) ? clock : to,
    });
  }
  return isSameDay(between.to, now) ? t('history.today', { time: clock }) : to;
}

function describeClaimChange(
  { was, is }: Extract<HistoryTransition, { kind: 'claim' }>,
  t: Translate,
): string {
  if (is === undefined) {
    return t('history.claimDropped', { was: was ?? '' });
  }
  return was === undefined
    ? t('history.claimMade', { is })
    : t('history.claimChanged', { was, is });
}

function describeDeed(
  { kind, workload }: WorkloadTransition,
  count: number,
  t: Translate,
): string {
  if (count > 1) {
    return kind === 'entered'
      ? t('history.enteredMany', { workloads: count })
      : t('history.leftMany', { workloads: count });
  }
  return kind === 'entered'
    ? t('history.entered', { workload: workload.name })
    : t('history.left', { workload: workload.name });
}

function describeCause({ because }: WorkloadTransition, t: Translate): string {
  switch (because.id) {
    case 'created':
      return t('history.created');
    case 'deleted':
      return t('history.deleted');
    case 'label': {
      const level = describeLevel(because.level, t);
      return because.is === undefined
        ? t('history.labelRemoved', { level })
        : t('history.labelSet', { is: because.is, level });
    }
    default:
      return because satisfies never;
  }
}

function describeHand(
  { because }: WorkloadTransition,
  t: Translate,
): string | undefined {
  if (because.id !== 'label') {
    return undefined;
  }
  return because.manager === undefined
    ? t('history.byUnknown')
    : t('history.by', { manager: because.manager });
}

/** A level as it is called in the middle of a sentence. */
export function describeLevel(level: Level, t: Translate): string {
  switch (level) {
    case 'object':
      return t('level.object');
    case 'job-template':
      return t('level.jobTemplate');
    case 'pod-template':
      return t('level.podTemplate');
    case 'pods':
      return t('level.pods');
    default:
      return level satisfies never;
  }
}
