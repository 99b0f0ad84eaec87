import {
  CrashMessageValues,
  Finding,
  LabelMessageValues,
  WrongLevel,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeClaim } from './describeClaim';
import { FindingWords } from './FindingWords';

type Place = 'podTemplate' | 'object' | 'both';

/** Where the label is wrong. Running pods follow their template and are not said apart from it. */
function placeOf(levels: readonly WrongLevel[]): Place {
  const isObjectWrong = levels.some(({ level }) => level === 'object');
  const isTemplateWrong = levels.some(({ level }) => level !== 'object');
  if (isObjectWrong && isTemplateWrong) {
    return 'both';
  }
  return isObjectWrong ? 'object' : 'podTemplate';
}

function ownNameSentence(place: Place, kind: string, t: Translate): string {
  switch (place) {
    case 'podTemplate':
      return t('label.ownName.podTemplate');
    case 'object':
      return t('label.ownName.object', { kind });
    case 'both':
      return t('label.ownName.both', { kind });
    default:
      return place satisfies never;
  }
}

function differsSentence(place: Place, kind: string, t: Translate): string {
  switch (place) {
    case 'podTemplate':
      return t('label.differs.podTemplate');
    case 'object':
      return t('label.differs.object', { kind });
    case 'both':
      return t('label.differs.both', { kind });
    default:
      return place satisfies never;
  }
}

function labelTitle(
  values: LabelMessageValues,
  place: Place,
  t: Translate,
): string {
  if (place === 'object') {
    return t('label.noRow', { workload: values.workload });
  }
  return t('label.hidden', {
    workload: values.workload,
    count: values.hiddenPods,
  });
}

/** "14 restarts, last exit code 1 (Error)", as far as it is known. */
export function describeEnd(values: CrashMessageValues, t: Translate): string {
  const restarts = t('crash.restarts', { count: values.restarts });
  if (values.exitCode === undefined) {
    return restarts;
  }
  const exitCode = String(values.exitCode);
  return values.reason
    ? t('crash.exitCodeAndReason', {
        restarts,
        exitCode,
        reason: values.reason,
      })
    : t('crash.exitCode', { restarts, exitCode });
}

/** The words of a finding. */
export function describeFinding(finding: Finding, t: Translate): FindingWords {
  const { kind } = finding.subject;
  switch (finding.rule) {
    case 'claim-value-valid':
    case 'claim-selector-valid':
    case 'claim-selector-narrow':
    case 'claim-not-shadowed':
      return describeClaim(finding, t);
    case 'label-matches-claim': {
      const place = placeOf(finding.levels);
      const isOwnName = finding.message.id === 'value-is-workload-name';
      return {
        title: labelTitle(finding.message.values, place, t),
        sentence: isOwnName
          ? ownNameSentence(place, kind, t)
          : differsSentence(place, kind, t),
      };
    }
    case 'label-on-pod-template':
      return {
        title: labelTitle(finding.message.values, 'podTemplate', t),
        sentence: t('label.missingOnPodTemplate', { kind }),
      };
    case 'label-on-object':
      return {
        title: labelTitle(finding.message.values, 'object', t),
        sentence: t('label.missingOnObject', { kind }),
      };
    case 'container-keeps-running': {
      const { values } = finding.message;
      return {
        title: t('crash.title', { workload: values.workload }),
        sentence: t('crash.sentence', { container: values.container }),
        note: describeEnd(values, t),
      };
    }
    case 'rollout-finishes': {
      const { workload, ready, of } = finding.message.values;
      return {
        title: t('rollout.title', { workload }),
        sentence: t('rollout.sentence', { ready: String(ready), count: of }),
      };
    }
    default:
      return finding satisfies never;
  }
}
