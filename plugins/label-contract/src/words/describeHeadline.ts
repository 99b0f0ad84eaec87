import {
  EntityReport,
  Finding,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeFinding, isAboutHealth } from './describeFinding';
import { describeList } from './describeList';

/** The symptom as whoever reports it would say it; what is the cause, the findings say. */
export function describeHeadline(report: EntityReport, t: Translate): string {
  const [first] = report.findings.filter(({ severity }) => severity !== 'info');
  if (first && (first.subject.kind === 'Entity' || isAboutHealth(first))) {
    return describeFinding(first, t).title;
  }
  return first ? describeMissing(report, first, t) : describeCalm(report, t);
}

function describeMissing(
  { visible }: EntityReport,
  finding: Finding,
  t: Translate,
): string {
  const missing = visible.of - visible.count;
  if (missing > 1) {
    return t('headline.missing', {
      missing,
      of: visible.of,
    });
  }
  if (missing === 0) {
    return describeFinding(finding, t).title;
  }
  const { values } = finding.message;
  const hiddenPods = 'hiddenPods' in values ? values.hiddenPods : 0;
  return visible.partly === 1 && hiddenPods > 0
    ? t('headline.podsMissing', {
        workload: finding.subject.name,
        count: hiddenPods,
      })
    : t('headline.workloadMissing', { workload: finding.subject.name });
}

function describeCalm(report: EntityReport, t: Translate): string {
  const { contract, health, visible } = report;
  switch (contract.verdict) {
    case 'unknown':
      return describeUnknown(report, t);
    case 'not-applicable':
      return describeNotApplicable(contract.reason, t);
    case 'violated':
      // An error says more; a verdict without one must not read as if all were well.
      return t('headline.missing', {
        missing: visible.of - visible.count,
        of: visible.of,
      });
    case 'met':
      break;
    default:
      return contract satisfies never;
  }
  const count = { count: visible.of };
  switch (health.verdict) {
    case 'healthy':
      return t('headline.good', count);
    case 'progressing':
      return t('headline.progressing', count);
    case 'nothing-running':
      return t('headline.idle', count);
    case 'failing':
    case 'unknown':
    case 'not-applicable':
      return t('headline.visible', count);
    default:
      return health satisfies never;
  }
}

/** Names the clusters that do not answer, where others do. */
function describeUnknown({ clusters }: EntityReport, t: Translate): string {
  const silent = clusters.filter(({ state }) => state.kind !== 'live');
  return silent.length === clusters.length
    ? t('headline.unknown')
    : t('headline.unknownOn', {
        clusters: describeList(
          silent.map(({ name }) => name),
          t,
        ),
      });
}

function describeNotApplicable(
  reason: Extract<
    EntityReport['contract'],
    { verdict: 'not-applicable' }
  >['reason'],
  t: Translate,
): string {
  switch (reason) {
    case 'opted-out':
      return t('ignored.title');
    case 'no-claim':
      return t('headline.noClaim');
    case 'not-deployed':
      return t('headline.notDeployed');
    case 'claim-broken':
      return t('claim.broken');
    case 'not-drawn':
      return t('headline.notDrawn');
    case 'removed':
      return t('headline.removed');
    default:
      return reason satisfies never;
  }
}
