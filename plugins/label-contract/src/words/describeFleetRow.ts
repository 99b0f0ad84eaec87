import {
  ActingDesk,
  Desk,
  EntitySummary,
  contractStateOf,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { nameOfDesk, titleOfDesk } from './describeDesk';
import { describeFinding } from './describeFinding';
import { describeList } from './describeList';
import { describeClock } from './describeTime';
import { describeContract } from './describeVerdicts';

/** What is to do about a service and who does it; without a desk it is only said. */
export interface ToDoWords {
  readonly desk?: Desk;
  /** "Ops", "inventory-team". */
  readonly who?: string;
  readonly text: string;
  /** What else there is, in small print. */
  readonly detail?: string;
}

const DESKS: readonly ActingDesk[] = ['ops', 'team', 'catalog'];

/** What is to do about a service; undefined where there is nothing to say: the eye lands on work. */
export function describeToDoOf(
  summary: EntitySummary,
  now: number,
  t: Translate,
): ToDoWords | undefined {
  return (
    describeFirst(summary, t) ??
    describeNotRead(summary, now, t) ??
    describeNote(summary, t)
  );
}

function describeFirst(
  summary: EntitySummary,
  t: Translate,
): ToDoWords | undefined {
  const { finding, owner } = summary;
  if (!finding) {
    return undefined;
  }
  const details = [
    finding.severity === 'warning' ? t('severity.warning') : undefined,
    describeMore(summary, finding.owner, t),
  ].filter(Boolean);
  return {
    desk: finding.owner,
    who: titleOfDesk({ desk: finding.owner, entityOwner: owner }, t),
    text: describeFinding(finding, t).title,
    ...(details.length > 0 && { detail: details.join('. ') }),
  };
}

/** Counts what is left for each desk, without the finding that is shown. */
function describeMore(
  { findings, owner }: EntitySummary,
  shown: Desk,
  t: Translate,
): string | undefined {
  const left = DESKS.map(desk => ({
    name: nameOfDesk({ desk, entityOwner: owner }, t),
    count: findings[desk] - (desk === shown ? 1 : 0),
  })).filter(({ count }) => count > 0);
  const count = left.reduce((sum, { count: of }) => sum + of, 0);
  if (count === 0) {
    return undefined;
  }
  return t('fleetRow.more', {
    count,
    desk: left[0]?.name ?? '',
    desks: left
      .map(({ name, count: of }) =>
        t('others.desk', { findings: of, desk: name }),
      )
      .join(', '),
  });
}

/** A cluster that leaves the verdict open is work for ops, as long as its first read is not under way. */
function describeNotRead(
  { desks, incomplete }: EntitySummary,
  now: number,
  t: Translate,
): ToDoWords | undefined {
  const [first] = incomplete;
  if (!first || !desks.includes('ops')) {
    return undefined;
  }
  const { cluster, since, kinds } = first;
  return {
    desk: 'ops',
    who: t('acts.ops'),
    text: describeMissing(
      {
        what: kinds
          ? t('fleetRow.kindsOn', { kinds: describeList(kinds, t), cluster })
          : cluster,
        since: since && describeClock(new Date(since), now, t),
      },
      t,
    ),
  };
}

function describeMissing(
  { what, since }: { what: string; since: string | undefined },
  t: Translate,
): string {
  return since === undefined
    ? t('fleetRow.notRead', { what })
    : t('fleetRow.notReadSince', { what, time: since });
}

function describeNote(
  summary: EntitySummary,
  t: Translate,
): ToDoWords | undefined {
  const { contract, health } = summary;
  if (contractStateOf(summary) === 'ignored') {
    return { text: t('fleetRow.ignored') };
  }
  if (contract.verdict === 'not-applicable') {
    return { text: describeContract(summary, t).detail };
  }
  if (contract.verdict === 'unknown' && contract.reason === 'syncing') {
    return { text: t('unknown.syncing') };
  }
  return health.verdict === 'nothing-running'
    ? { text: t('fleetRow.scaledToZero') }
    : undefined;
}

/** How many of a service's workloads the tab shows. What is not known is never shown as zero. */
export function describeVisible(
  { contract, visible }: Pick<EntitySummary, 'contract' | 'visible'>,
  t: Translate,
): string {
  const { count, of } = visible;
  const values = { visible: count, of };
  if (contract.verdict === 'unknown') {
    return of === 0 ? t('fleetRow.unknown') : t('fleetRow.lastSeen', values);
  }
  if (contractStateOf({ contract }) === 'ignored') {
    return t('fleetRow.unknown');
  }
  return of === 0 ? t('fleetRow.zero') : t('fleetRow.visibleOf', values);
}

/** On which clusters a service is: the name of one, the number of several. */
export function describeClustersOf(
  { clusters }: Pick<EntitySummary, 'clusters'>,
  t: Translate,
): string {
  const [first] = clusters;
  if (first === undefined) {
    return t('fleetRow.none');
  }
  return clusters.length === 1
    ? first
    : t('fleetRow.clusterCount', { count: clusters.length });
}
