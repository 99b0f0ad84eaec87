import { ClaimFinding } from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import { describeOddClaim } from './describeOddClaim';
import { FindingWords } from './FindingWords';

/** The words of a finding about what the catalog file says. */
export function describeClaim(
  finding: ClaimFinding,
  t: Translate,
): FindingWords {
  switch (finding.rule) {
    case 'claim-value-valid':
      return describeValue(finding, t);
    case 'claim-selector-valid': {
      const { key, problem } = finding.message.values;
      return {
        title: t('claim.refused.title', { key }),
        sentence: t('claim.refused.sentence', { problem }),
      };
    }
    case 'claim-selector-narrow':
      return finding.message.id === 'matches-everything'
        ? {
            title: t('claim.everything.title'),
            sentence: t('claim.everything.sentence'),
          }
        : {
            title: t('claim.noValue.title'),
            sentence: t('claim.noValue.sentence', {
              selector: finding.message.values.value,
            }),
          };
    case 'claim-in-existing-place':
      return describePlace(finding, t);
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
    default:
      return finding satisfies never;
  }
}

function describePlace(
  finding: Extract<ClaimFinding, { rule: 'claim-in-existing-place' }>,
  t: Translate,
): FindingWords {
  const { id, values } = finding.message;
  const { value } = values;
  const known = values.known.join(', ');
  switch (id) {
    case 'namespace-illegal':
      return {
        title: t('claim.place.namespace.title'),
        sentence: t('claim.place.namespace.sentence', { value }),
      };
    case 'cluster-unknown':
      return {
        title: t('claim.place.cluster.title'),
        sentence: t('claim.place.cluster.sentence', { value, known }),
      };
    case 'no-cluster-related':
      return {
        title: t('claim.place.relation.title'),
        sentence: value
          ? t('claim.place.relation.elsewhere', { value, known })
          : t('claim.place.relation.none', { known }),
      };
    default:
      return id satisfies never;
  }
}

function describeValue(
  finding: Extract<ClaimFinding, { rule: 'claim-value-valid' }>,
  t: Translate,
): FindingWords {
  const { id, values } = finding.message;
  const { key, value, problem } = values;
  switch (id) {
    case 'refused':
      return {
        title: t('claim.refused.title', { key }),
        sentence: t('claim.refused.sentence', { problem }),
      };
    case 'several':
      return {
        title: t('claim.several.title'),
        sentence: t('claim.several.sentence', { value }),
      };
    case 'not-an-id':
      return {
        title: t('claim.notAnId.title', { key }),
        sentence: t('claim.notAnId.sentence', { value }),
      };
    case 'blanks-around':
      return {
        title: t('claim.blanks.title'),
        sentence: t('claim.blanks.sentence'),
      };
    default:
      return id satisfies never;
  }
}
