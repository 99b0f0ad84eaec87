import {
  Finding,
  LabelMessageValues,
  WrongLevel,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeClaim } from './describeClaim';
import { describeHealth } from './describeHealth';
import { describeOddClaim } from './describeOddClaim';
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

/** The words of a finding. */
export function describeFinding(finding: Finding, t: Translate): FindingWords {
  const { kind } = finding.subject;
  switch (finding.rule) {
    case 'claim-value-valid':
    case 'claim-selector-valid':
    case 'claim-selector-narrow':
    case 'claim-in-existing-place':
    case 'claim-not-shadowed':
      return describeClaim(finding, t);
    case 'label-matches-claim': {
      const { message } = finding;
      if ('found' in message.values) {
        return describeOddClaim(message.values, t);
      }
      const place = placeOf(finding.levels);
      const isOwnName = message.id === 'value-is-workload-name';
      return {
        title: labelTitle(message.values, place, t),
        sentence: isOwnName
          ? ownNameSentence(place, kind, t)
          : differsSentence(place, kind, t),
      };
    }
    case 'label-key-spelled': {
      const { values } = finding.message;
      return {
        title: labelTitle(values, placeOf(finding.levels), t),
        sentence: t('label.misspelt', {
          misspelt: values.misspelt,
          key: values.key,
        }),
      };
    }
    case 'label-present':
      return {
        title: labelTitle(finding.message.values, 'both', t),
        sentence:
          finding.message.id === 'was-there'
            ? t('label.wasThere')
            : t('label.notThere'),
      };
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
    case 'quota-suffices':
    case 'admission-accepts':
    case 'pods-schedulable':
    case 'node-serves-pods':
    case 'image-pullable':
    case 'configuration-exists':
    case 'init-containers-finish':
    case 'memory-suffices':
    case 'container-keeps-running':
    case 'probes-pass':
    case 'rollout-finishes':
      return describeHealth(finding, t);
    default:
      return finding satisfies never;
  }
}
