import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Entity } from '@backstage/catalog-model';
import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { CopyBlock } from '../CopyBlock/CopyBlock';
import { Desk } from '../Desk/Desk';
import { Explanation } from './Explanation';

/** Props of {@link NoClaimSection}. */
export interface NoClaimSectionProps {
  readonly entity: Entity;
  readonly entityOwner?: string;
}

/** The catalog file claims nothing: what to write there if the service runs on Kubernetes. */
export function NoClaimSection({ entity, entityOwner }: NoClaimSectionProps) {
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <Explanation>
      <Desk desk="catalog" entityOwner={entityOwner} />
      <p>{t('noClaim.sentence')}</p>
      <CopyBlock
        how={t('noClaim.how')}
        text={`${KUBERNETES_ID}: ${entity.metadata.name}`}
      />
    </Explanation>
  );
}
