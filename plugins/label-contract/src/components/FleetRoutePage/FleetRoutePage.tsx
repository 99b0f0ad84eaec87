import { Header, Page } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { labelContractTranslationRef } from '../../translation';
import { FleetContent } from '../FleetContent/FleetContent';

/** The fleet page with a header of its own: the old frontend system gives a page none. */
export function FleetRoutePage() {
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('fleet.title')} subtitle={t('fleet.subtitle')} />
      <FleetContent />
    </Page>
  );
}
