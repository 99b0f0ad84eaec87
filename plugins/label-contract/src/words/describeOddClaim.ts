import { Translate } from '../translation';
import { FindingWords } from './FindingWords';

/** The words where the claim is the odd one, and the workloads agree on another value. */
export function describeOddClaim(
  values: {
    readonly key: string;
    readonly value: string;
    readonly found: string;
    readonly workloads: number;
  },
  t: Translate,
): FindingWords {
  const { key, value, found, workloads } = values;
  return {
    title: t('claim.odd.title', { key }),
    sentence: t('claim.odd.sentence', { value, found, count: workloads }),
  };
}
