import {
  ContractVerdict,
  EntityReport,
  HealthVerdict,
} from '@portal-operations/plugin-label-contract-common';
import { Tone } from '../components/tones';
import { Translate } from '../translation';

/** A verdict as the card shows it: a mark, a word, and one line that says what was counted. */
export interface VerdictWords {
  readonly mark: 'good' | 'violated' | 'failing' | 'busy' | 'none' | 'unknown';
  readonly tone: Tone;
  readonly word: string;
  readonly detail: string;
}

type NotApplicableReason = Extract<
  ContractVerdict,
  { verdict: 'not-applicable' }
>['reason'];

function countVisible(report: EntityReport, t: Translate): string {
  const { count, partly, of } = report.visible;
  const visible = t('visible.all', { visible: String(count), count: of });
  return partly > 0
    ? t('visible.partly', { visible, partly: String(partly) })
    : visible;
}

function countSeen(report: EntityReport, t: Translate): string {
  const { count, of } = report.visible;
  if (of === 0) {
    return t('visible.notRead');
  }
  if (count === of) {
    return t('visible.allSeen', { count: of });
  }
  return t('visible.seen', { count: of, visible: String(count) });
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

/** The contract's verdict in words. */
export function describeContract(
  report: EntityReport,
  t: Translate,
): VerdictWords {
  const { contract } = report;
  switch (contract.verdict) {
    case 'met':
      return {
        mark: 'good',
        tone: 'good',
        word: t('verdict.met'),
        detail: countVisible(report, t),
      };
    case 'violated':
      return {
        mark: 'violated',
        tone: 'bad',
        word: t('verdict.violated'),
        detail:
          report.visible.of === 0
            ? t('claim.findsNothing')
            : countVisible(report, t),
      };
    case 'not-applicable':
      return {
        mark: 'none',
        tone: 'calm',
        word: t('verdict.notApplicable'),
        detail: notApplicableDetail(contract.reason, t),
      };
    case 'unknown':
      return {
        mark: 'unknown',
        tone: 'calm',
        word: t('verdict.unknown'),
        detail: unknownDetail(contract.reason, countSeen(report, t), t),
      };
    default:
      return contract satisfies never;
  }
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
  return t('pods.ready', { ready: String(pods.ready), count: pods.of });
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
    ready: String(report.pods.ready),
    count: report.pods.of,
  });
}

/** The health's verdict in words. */
export function describeHealth(
  report: EntityReport,
  t: Translate,
): VerdictWords {
  const { health } = report;
  switch (health.verdict) {
    case 'healthy':
      return {
        mark: 'good',
        tone: 'good',
        word: t('verdict.healthy'),
        detail: hasPods(report) ? countReady(report.pods, t) : t('runs.good'),
      };
    case 'progressing':
      return {
        mark: 'busy',
        tone: 'busy',
        word: t('verdict.progressing'),
        detail: progressDetail(report, t),
      };
    case 'failing':
      return {
        mark: 'failing',
        tone: 'bad',
        word: t('verdict.failing'),
        detail: failureDetail(report, t),
      };
    case 'nothing-running':
      return {
        mark: 'none',
        tone: 'calm',
        word: t('verdict.nothingRunning'),
        detail: t('pods.none'),
      };
    case 'not-applicable':
      return {
        mark: 'none',
        tone: 'calm',
        word: t('verdict.notApplicable'),
        detail: t('noWorkloads'),
      };
    case 'unknown':
      return {
        mark: 'unknown',
        tone: 'calm',
        word: t('verdict.unknown'),
        detail: unknownDetail(
          health.reason,
          report.pods.of === 0
            ? t('pods.notRead')
            : t('pods.readyWhereSeen', { ready: countReady(report.pods, t) }),
          t,
        ),
      };
    default:
      return health satisfies never;
  }
}

/** Both verdicts in one sentence, for those who listen. */
export function describeVerdicts(report: EntityReport, t: Translate): string {
  const contract = describeContract(report, t);
  const health = describeHealth(report, t);
  return t('card.announcement', {
    contract: contract.word,
    contractDetail: contract.detail,
    health: health.word,
    healthDetail: health.detail,
  });
}
