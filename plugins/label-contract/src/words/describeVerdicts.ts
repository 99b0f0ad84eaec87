import {
  ContractVerdict,
  EntityReport,
  HealthVerdict,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { SeenNow, seenNow } from './seenNow';
import { Tone } from './Tone';

/** A verdict at a glance: a mark and a word. */
export interface VerdictMarkWords {
  readonly mark:
    | 'good'
    | 'violated'
    | 'failing'
    | 'busy'
    | 'none'
    | 'unknown'
    | 'ignored'
    | 'warning'
    | 'dark'
    | 'locked'
    | 'note';
  readonly tone: Tone;
  readonly word: string;
}

/** A verdict as the card shows it, with one line that says what was counted. */
export interface VerdictWords extends VerdictMarkWords {
  readonly detail: string;
}

/** What is counted for the contract's verdict. */
export interface ContractCounts {
  readonly contract: ContractVerdict;
  /** Where the verdict is unknown: what is seen now. */
  readonly visible: EntityReport['visible'];
  /** Workloads that were seen when a cluster spoke last, besides. */
  readonly lastSeen?: number;
}

/** What counts for the contract's verdict of a report. */
export function contractCounts(report: EntityReport): ContractCounts {
  const { contract, visible } = report;
  if (contract.verdict !== 'unknown') {
    return { contract, visible };
  }
  const seen = seenNow(report);
  return {
    contract,
    visible: seen.visible,
    lastSeen: seen.lastSeen.workloads,
  };
}

type NotApplicableReason = Extract<
  ContractVerdict,
  { verdict: 'not-applicable' }
>['reason'];

function countVisible(
  report: Pick<EntityReport, 'visible'>,
  t: Translate,
): string {
  const { count, partly, of } = report.visible;
  const visible = t('visible.all', { visible: count, count: of });
  return partly > 0 ? t('visible.partly', { visible, partly }) : visible;
}

function countSeen(
  { visible, lastSeen = 0 }: ContractCounts,
  t: Translate,
): string {
  const { count, of } = visible;
  if (of === 0) {
    return lastSeen === 0
      ? t('visible.notRead')
      : t('visible.onlyLastSeen', { count: lastSeen });
  }
  const seen =
    count === of
      ? t('visible.allSeen', { count: of })
      : t('visible.seen', { count: of, visible: count });
  return lastSeen === 0 ? seen : t('visible.lastSeen', { seen, lastSeen });
}

function countPodsSeen({ pods, lastSeen }: SeenNow, t: Translate): string {
  if (pods.of > 0) {
    return t('pods.readyWhereSeen', { ready: countReady(pods, t) });
  }
  return lastSeen.pods === 0
    ? t('pods.notRead')
    : t('pods.onlyLastSeen', { count: lastSeen.pods });
}

function notApplicableDetail(reason: NotApplicableReason, t: Translate) {
  switch (reason) {
    case 'no-claim':
      return t('noClaim.detail');
    case 'not-deployed':
      return t('notDeployed.detail');
    case 'opted-out':
      return t('ignored.title');
    case 'claim-broken':
      return t('claim.broken');
    case 'not-drawn':
      return t('notDrawn.detail');
    case 'removed':
      return t('removed.detail');
    default:
      return reason satisfies never;
  }
}

/** The contract's verdict as a mark and a word. */
export function markOfContract(
  contract: ContractVerdict,
  t: Translate,
): VerdictMarkWords {
  switch (contract.verdict) {
    case 'met':
      return { mark: 'good', tone: 'good', word: t('verdict.met') };
    case 'violated':
      return { mark: 'violated', tone: 'bad', word: t('verdict.violated') };
    case 'not-applicable':
      return contract.reason === 'opted-out'
        ? { mark: 'ignored', tone: 'calm', word: t('verdict.ignored') }
        : { mark: 'none', tone: 'calm', word: t('verdict.notApplicable') };
    case 'unknown':
      return { mark: 'unknown', tone: 'calm', word: t('verdict.unknown') };
    default:
      return contract satisfies never;
  }
}

function contractDetail(report: ContractCounts, t: Translate): string {
  const { contract } = report;
  switch (contract.verdict) {
    case 'met':
      return countVisible(report, t);
    case 'violated':
      return report.visible.of === 0
        ? t('claim.findsNothing')
        : countVisible(report, t);
    case 'not-applicable':
      return notApplicableDetail(contract.reason, t);
    case 'unknown':
      return unknownDetail(contract.reason, countSeen(report, t), t);
    default:
      return contract satisfies never;
  }
}

/** The contract's verdict in words. */
export function describeContract(
  report: ContractCounts,
  t: Translate,
): VerdictWords {
  return {
    ...markOfContract(report.contract, t),
    detail: contractDetail(report, t),
  };
}

type UnknownReason = Extract<HealthVerdict, { verdict: 'unknown' }>['reason'];

function unknownDetail(reason: UnknownReason, seen: string, t: Translate) {
  switch (reason) {
    case 'syncing':
      return t('unknown.syncing');
    case 'cluster-not-read':
      return seen;
    default:
      return reason satisfies never;
  }
}

function countReady(
  pods: { readonly ready: number; readonly of: number },
  t: Translate,
): string {
  return t('pods.ready', { ready: pods.ready, count: pods.of });
}

function progressDetail(report: EntityReport, t: Translate): string {
  const busy = report.workloads.filter(
    workload => workload.health === 'progressing',
  );
  const [only] = busy;
  if (busy.length !== 1 || !only) {
    return countReady(report.pods, t);
  }
  return t('pods.ofWorkload', {
    workload: only.ref.name,
    ready: countReady(only.pods, t),
  });
}

/** False where all that there is are CronJobs and Jobs that are over: their pods come and go. */
function hasPods({ pods }: EntityReport): boolean {
  return pods.of > 0;
}

function failureDetail(report: EntityReport, t: Translate): string {
  if (!hasPods(report)) {
    return t('runs.failed');
  }
  const failing = report.workloads.filter(
    workload => workload.health === 'failing',
  );
  const allServe =
    failing.length > 0 && failing.every(workload => workload.pods.ready > 0);
  if (!allServe) {
    return countReady(report.pods, t);
  }
  return t('pods.stillServing', {
    ready: report.pods.ready,
    count: report.pods.of,
  });
}

/** The health's verdict as a mark and a word. */
export function markOfHealth(
  health: HealthVerdict,
  t: Translate,
): VerdictMarkWords {
  switch (health.verdict) {
    case 'healthy':
      return { mark: 'good', tone: 'good', word: t('verdict.healthy') };
    case 'progressing':
      return { mark: 'busy', tone: 'busy', word: t('verdict.progressing') };
    case 'failing':
      return { mark: 'failing', tone: 'bad', word: t('verdict.failing') };
    case 'nothing-running':
      return { mark: 'none', tone: 'calm', word: t('verdict.nothingRunning') };
    case 'not-applicable':
      return { mark: 'none', tone: 'calm', word: t('verdict.notApplicable') };
    case 'unknown':
      return { mark: 'unknown', tone: 'calm', word: t('verdict.unknown') };
    default:
      return health satisfies never;
  }
}

function healthDetail(report: EntityReport, t: Translate): string {
  const { health } = report;
  switch (health.verdict) {
    case 'healthy':
      return hasPods(report) ? countReady(report.pods, t) : t('runs.good');
    case 'progressing':
      return progressDetail(report, t);
    case 'failing':
      return failureDetail(report, t);
    case 'nothing-running':
      return t('pods.none');
    case 'not-applicable':
      return t('noWorkloads');
    case 'unknown':
      return unknownDetail(health.reason, countPodsSeen(seenNow(report), t), t);
    default:
      return health satisfies never;
  }
}

/** The health's verdict in words. */
export function describeHealth(
  report: EntityReport,
  t: Translate,
): VerdictWords {
  return {
    ...markOfHealth(report.health, t),
    detail: healthDetail(report, t),
  };
}

/** Both verdicts in one sentence, for those who listen. */
export function describeVerdicts(report: EntityReport, t: Translate): string {
  const contract = describeContract(contractCounts(report), t);
  const health = describeHealth(report, t);
  return t('card.announcement', {
    contract: contract.word,
    contractDetail: contract.detail,
    health: health.word,
    healthDetail: health.detail,
  });
}

/** Whether nothing is checked by choice. */
export function isOptedOut(contract: ContractVerdict): boolean {
  return (
    contract.verdict === 'not-applicable' && contract.reason === 'opted-out'
  );
}
