import {
  EntityReport,
  Finding,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeSign } from './describeSign';
import { describeLevel } from './describeTransition';

/** What speaks for a workload of a finding belonging to the service; empty where nothing has to. */
export function describeEvidence(
  options: { finding: Finding; report: EntityReport },
  t: Translate,
): string[] {
  const { finding, report } = options;
  const { subject } = finding;
  if (subject.kind === 'Entity') {
    return [];
  }
  const miss = report.nearMisses.find(({ ref }) => ref.uid === subject.uid);
  if (miss) {
    return miss.signs.map(sign => describeSign(sign, t));
  }
  const matched = report.workloads.find(({ ref }) => ref.uid === subject.uid);
  // Of a workload that is visible nobody asks why it belongs here.
  return matched?.visibility === 'partly'
    ? describeLevels(matched.levels, t)
    : [];
}

function describeLevels(
  levels: EntityReport['workloads'][number]['levels'],
  t: Translate,
): string[] {
  const { object, jobTemplate, podTemplate, pods } = levels;
  const matching = [
    object.matches && describeLevel('object', t),
    jobTemplate?.matches && describeLevel('job-template', t),
    podTemplate.matches && describeLevel('pod-template', t),
  ].filter(level => typeof level === 'string');
  return [
    ...matching.map(level => t('evidence.level', { level })),
    ...(pods.matching > 0
      ? [
          t('evidence.pods', {
            matching: pods.matching,
            of: pods.of,
          }),
        ]
      : []),
  ];
}
