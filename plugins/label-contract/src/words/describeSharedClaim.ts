import { Translate } from '../translation';
import { ClaimFindingOf } from './describeClaim';
import { describeList } from './describeList';
import { FindingWords } from './FindingWords';
import { nameOfRef } from './nameOfRef';

/** The words where other entities claim the same workloads. */
export function describeSharedClaim(
  { message }: ClaimFindingOf<'claim-unique'>,
  t: Translate,
): FindingWords {
  const { workloads, others, entities } = message.values;
  const unseen = others - entities.length;
  const who = describeList(
    [
      ...entities.map(nameOfRef),
      ...(unseen > 0 ? [t('claim.shared.unseen', { count: unseen })] : []),
    ],
    t,
  );
  return {
    title: t('claim.shared.title', { count: workloads }),
    sentence:
      message.id === 'another-bears-the-name'
        ? t('claim.shared.bearsName', { who })
        : t('claim.shared.undecided', { who }),
  };
}
