import { Translate } from '../translation';
import { ClaimFindingOf } from './describeClaim';
import { describeList } from './describeList';
import { FindingWords } from './FindingWords';

/** The words where workloads are labelled right and the tab leaves out their kind. */
export function describeHiddenKinds(
  { rule, message }: ClaimFindingOf<'kind-asked-for' | 'kind-drawn'>,
  t: Translate,
): FindingWords {
  const { kinds, workloads } = message.values;
  const named = {
    workloads: describeList(workloads, t),
    count: workloads.length,
  };
  const hidden = { kinds: describeList(kinds, t) };
  return {
    title:
      rule === 'kind-asked-for'
        ? t('label.kind.notAskedFor', hidden)
        : t('label.kind.notDrawn', hidden),
    sentence:
      message.id === 'nothing-visible'
        ? t('label.kind.nothing', named)
        : t('label.kind.some', named),
  };
}
