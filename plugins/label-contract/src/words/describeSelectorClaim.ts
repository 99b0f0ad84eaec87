import { Translate } from '../translation';
import { ClaimFindingOf } from './describeClaim';
import { describeList } from './describeList';
import { FindingWords } from './FindingWords';

type SelectorFinding = ClaimFindingOf<
  'claim-selector-valid' | 'claim-selector-narrow' | 'claim-selector-stable'
>;

/** The words where the selector of a claim is the trouble. */
export function describeSelectorClaim(
  finding: SelectorFinding,
  t: Translate,
): FindingWords {
  switch (finding.rule) {
    case 'claim-selector-valid': {
      const { key, problem } = finding.message.values;
      return {
        title: t('claim.refused.title', { key }),
        sentence: t('claim.refused.sentence', { problem }),
      };
    }
    case 'claim-selector-narrow':
      return describeWideSelector(finding, t);
    case 'claim-selector-stable':
      return {
        title: t('claim.unstable.title', {
          label: finding.message.values.label,
        }),
        sentence: describeChange(finding.message.id, t),
      };
    default:
      return finding satisfies never;
  }
}

function describeWideSelector(
  { message }: ClaimFindingOf<'claim-selector-narrow'>,
  t: Translate,
): FindingWords {
  switch (message.id) {
    case 'matches-everything':
      return {
        title: t('claim.everything.title'),
        sentence: t('claim.everything.sentence'),
      };
    case 'names-no-value':
      return {
        title: t('claim.noValue.title'),
        sentence: t('claim.noValue.sentence', {
          selector: message.values.value,
        }),
      };
    case 'several-owners': {
      const { value, namespaces, owners } = message.values;
      return {
        title: t('claim.owners.title'),
        sentence: t('claim.owners.sentence', {
          selector: value,
          namespaces: describeList(namespaces, t),
          owners,
        }),
      };
    }
    default:
      return message satisfies never;
  }
}

function describeChange(
  id: ClaimFindingOf<'claim-selector-stable'>['message']['id'],
  t: Translate,
): string {
  switch (id) {
    case 'made-by-controller':
      return t('claim.unstable.byController');
    case 'changes-with-version':
      return t('claim.unstable.byVersion');
    case 'written-by-argo-cd':
      return t('claim.unstable.byArgoCd');
    default:
      return id satisfies never;
  }
}
