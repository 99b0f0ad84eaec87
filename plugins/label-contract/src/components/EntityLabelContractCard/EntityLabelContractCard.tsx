import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useEntityReport } from '../../hooks/useEntityReport';
import { LabelContractCard } from '../LabelContractCard/LabelContractCard';

/** The card of the entity whose page it stands on. */
export function EntityLabelContractCard() {
  const { entity } = useEntity();
  const { state, retry } = useEntityReport(stringifyEntityRef(entity));
  return <LabelContractCard entity={entity} state={state} onRetry={retry} />;
}
