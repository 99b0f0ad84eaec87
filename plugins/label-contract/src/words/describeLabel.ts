import {
  CompanionsMessageValues,
  HealthFinding,
  LabelMessageValues,
  WorkloadFinding,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeHolding } from './describeHolding';
import { describeList } from './describeList';
import { describeLoss } from './describeLoss';
import { describePlaces, isObjectAlone } from './describePlaces';
import { FindingWords } from './FindingWords';

/** A finding about the labels of one workload. */
export type LabelFinding = Exclude<WorkloadFinding, HealthFinding>;

/** The words of a finding about the labels of one workload. */
export function describeLabel(
  finding: LabelFinding,
  t: Translate,
): FindingWords {
  if (finding.rule === 'companions-labelled') {
    return describeCompanions(finding.message.values, t);
  }
  const { values } = finding.message;
  return {
    title: titleOf(finding, t),
    sentence: sentenceOf(finding, t),
    history: describeLoss(values, t),
  };
}

type LevelFinding = Exclude<LabelFinding, { rule: 'companions-labelled' }>;

function titleOf(finding: LevelFinding, t: Translate): string {
  const { rule, subject, levels, message } = finding;
  const { workload, hiddenPods }: LabelMessageValues = message.values;
  if (rule === 'label-outside-selector') {
    return t('label.inSelector', { workload });
  }
  if (isObjectAlone(levels)) {
    return t('label.noRow', { workload });
  }
  // Pods of a CronJob come and go; what stays hidden are its Jobs.
  return subject.kind === 'CronJob'
    ? t('label.hiddenJobs', { workload })
    : t('label.hidden', { workload, count: hiddenPods });
}

function sentenceOf(finding: LevelFinding, t: Translate): string {
  const { kind } = finding.subject;
  const places = describePlaces({ levels: finding.levels, kind }, t);
  switch (finding.rule) {
    case 'label-matches-claim':
      return finding.message.id === 'value-is-workload-name'
        ? t('label.ownName', places)
        : t('label.differs', places);
    case 'label-key-spelled': {
      const { misspelt, key } = finding.message.values;
      return t('label.misspelt', { misspelt, key });
    }
    case 'label-is-a-label': {
      const { annotation } = finding.message.values;
      return t('label.annotation', { annotation });
    }
    case 'label-present':
      return finding.message.id === 'was-there'
        ? t('label.wasThere')
        : t('label.notThere');
    case 'label-on-pod-template':
      return t('label.missingOnPodTemplate', { kind });
    case 'label-on-object':
      return t('label.missingOnObject', { kind });
    case 'label-on-every-cron-level':
      return t('label.missingOnCronLevel', { places: places.places });
    case 'label-outside-selector':
      return t('label.selectorStays', { kind });
    case 'pods-follow-template':
      return describeHolding(finding.message, t);
    default:
      return finding satisfies never;
  }
}

function describeCompanions(
  { workload, companions }: CompanionsMessageValues,
  t: Translate,
): FindingWords {
  const names = companions.map(({ kind, name }) => `${kind} ${name}`);
  const [first = ''] = names;
  return {
    title:
      names.length === 1
        ? t('label.companions.one', { companion: first })
        : t('label.companions.several', {
            workload,
            companions: names.length,
          }),
    sentence: t('label.companions.sentence', {
      workload,
      companions: describeList(names, t),
    }),
  };
}
