import { Translate } from '../translation';
import { ClaimFindingOf } from './describeClaim';
import { FindingWords } from './FindingWords';

/** The words where the value of the id annotation is the trouble. */
export function describeClaimValue(
  finding: ClaimFindingOf<'claim-value-valid'>,
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
