import {
  EntityReport,
  Finding,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { isAboutHealth } from './describeFinding';

/** What goes on working of a workload that fails; undefined where nothing does. */
export function describeServing(
  options: {
    finding: Finding;
    report: Pick<EntityReport, 'workloads' | 'nearMisses'>;
  },
  t: Translate,
): string | undefined {
  const { finding, report } = options;
  const { subject } = finding;
  if (subject.kind === 'Entity' || !isAboutHealth(finding)) {
    return undefined;
  }
  const failing = [...report.workloads, ...report.nearMisses].find(
    ({ ref, health }) =>
      health === 'failing' &&
      ref.cluster === subject.cluster &&
      ref.uid === subject.uid,
  );
  return failing && failing.pods.ready > 0
    ? t('crash.serving', { count: failing.pods.ready })
    : undefined;
}
