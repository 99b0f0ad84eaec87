import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { labelContractTranslationRef } from '../../translation';
import { Explanation } from './Explanation';

/** All that there is has no row in the tab, and nobody has to change that. */
export function NotDrawnSection() {
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <Explanation>
      <p>{t('notDrawn.sentence')}</p>
    </Explanation>
  );
}
