import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useEntityHistory } from '../../hooks/useEntityHistory';
import { useEntityReport } from '../../hooks/useEntityReport';
import { LabelContractTab } from '../LabelContractTab/LabelContractTab';

/** The tab of the entity on whose page it stands. */
export function EntityLabelContractTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const report = useEntityReport(entityRef);
  const history = useEntityHistory(entityRef);
  return (
    <LabelContractTab
      entity={entity}
      report={report.state}
      history={history.state}
      onRetry={report.refresh}
    />
  );
}
