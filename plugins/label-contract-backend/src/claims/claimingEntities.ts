import {
  CATALOG_FILTER_EXISTS,
  EntityFilterQuery,
} from '@backstage/catalog-client';
import {
  KUBERNETES_ID,
  KUBERNETES_LABEL_SELECTOR,
} from '@portal-operations/plugin-label-contract-common';

/** What makes a claim, and what a workload may be called after: every entity that a report can name. */
export const CLAIMING_ENTITIES: EntityFilterQuery = [
  { kind: 'component' },
  { [`metadata.annotations.${KUBERNETES_ID}`]: CATALOG_FILTER_EXISTS },
  {
    [`metadata.annotations.${KUBERNETES_LABEL_SELECTOR}`]:
      CATALOG_FILTER_EXISTS,
  },
];
