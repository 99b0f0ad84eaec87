import { ClaimFinding } from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeClaimedPlace } from './describeClaimedPlace';
import { describeClaimValue } from './describeClaimValue';
import { describeHiddenKinds } from './describeHiddenKinds';
import { describeLoss } from './describeLoss';
import { describeList } from './describeList';
import { describeOddClaim } from './describeOddClaim';
import { describeSelectorClaim } from './describeSelectorClaim';
import { describeSharedClaim } from './describeSharedClaim';
import { describeMoment } from './describeTime';
import { FindingWords } from './FindingWords';

/** A finding of one claim rule. */
export type ClaimFindingOf<Rule extends ClaimFinding['rule']> = Extract<
  ClaimFinding,
  { rule: Rule }
>;

/** The words of a finding about what the catalog file says. */
export function describeClaim(
  finding: ClaimFinding,
  t: Translate,
): FindingWords {
  switch (finding.rule) {
    case 'claim-present': {
      const { value, workloads } = finding.message.values;
      return {
        title: t('claim.present.title'),
        sentence: t('claim.present.sentence', { value, count: workloads }),
      };
    }
    case 'claim-value-valid':
      return describeClaimValue(finding, t);
    case 'claim-selector-valid':
    case 'claim-selector-narrow':
    case 'claim-selector-stable':
      return describeSelectorClaim(finding, t);
    case 'claim-in-existing-place':
    case 'label-in-claimed-place':
      return describeClaimedPlace(finding, t);
    case 'claim-unique':
      return describeSharedClaim(finding, t);
    case 'claim-kept': {
      const { before, until, workloads } = finding.message.values;
      return {
        title: t('claim.kept.title', { count: workloads }),
        sentence: t('claim.kept.sentence', {
          before,
          until: describeMoment(until, t),
        }),
      };
    }
    case 'claim-finds-workloads':
      return describeNothingFound(finding, t);
    case 'claim-on-component': {
      const { key, component } = finding.message.values;
      return {
        title: t('claim.onComponent.title', { key }),
        sentence: t('claim.onComponent.sentence', { component }),
      };
    }
    case 'claim-not-shadowed': {
      const { workloads } = finding.message.values;
      return {
        title: t('claim.shadowed.title'),
        sentence:
          finding.message.id === 'hides-workloads'
            ? t('claim.shadowed.hides', { count: workloads })
            : t('claim.shadowed.ignored'),
      };
    }
    case 'label-matches-claim':
      return describeOddClaim(finding.message.values, t);
    case 'label-is-a-label': {
      const { key } = finding.message.values;
      return {
        title: t('claim.entityLabel.title', { key }),
        sentence: t('claim.entityLabel.sentence'),
      };
    }
    case 'label-kept':
      return describeHandOver(finding, t);
    case 'kind-asked-for':
    case 'kind-drawn':
      return describeHiddenKinds(finding, t);
    default:
      return finding satisfies never;
  }
}

function describeNothingFound(
  { message }: ClaimFindingOf<'claim-finds-workloads'>,
  t: Translate,
): FindingWords {
  const { value } = message.values;
  if (message.id === 'finds-nothing') {
    return {
      title: t('claim.nothing.title'),
      sentence: t('claim.nothing.sentence', { value }),
    };
  }
  const { workloads, since } = message.values;
  return {
    title: t('claim.removed.title', { count: workloads }),
    sentence: t('claim.removed.sentence', {
      since: describeMoment(since, t),
      value,
    }),
  };
}

function describeHandOver(
  { message }: ClaimFindingOf<'label-kept'>,
  t: Translate,
): FindingWords {
  const { value, workloads } = message.values;
  const count = workloads.length;
  return {
    title:
      message.id === 'handed-over'
        ? t('claim.handedOver.title', { count })
        : t('claim.handedOver.taken', { count }),
    sentence: t('claim.handedOver.sentence', {
      workloads: describeList(workloads, t),
      value,
    }),
    history: describeLoss(message.values, t),
  };
}
