import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { useEntityReport } from '../../hooks/useEntityReport';
import { TAB_PATH } from '../../routes';
import { LabelContractCard } from '../LabelContractCard/LabelContractCard';

/** The card of the entity whose page it stands on. */
export function EntityLabelContractCard() {
  const { entity } = useEntity();
  const pathOf = useRouteRef(entityRouteRef);
  const { state, refresh } = useEntityReport(stringifyEntityRef(entity));
  return (
    <LabelContractCard
      entity={entity}
      state={state}
      onRetry={refresh}
      tabPath={`${pathOf(entityRouteParams(entity))}${TAB_PATH}`}
    />
  );
}
