import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { labelContractTranslationRef } from '../../translation';
import { CardSkeleton } from '../CardSkeleton/CardSkeleton';
import { Panel } from '../Panel/Panel';

/** Stands in the place of the summary while the first report loads. */
export function TabSkeleton() {
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <Panel title={t('card.title')} label={t('card.title')} isBusy>
      <CardSkeleton />
    </Panel>
  );
}
