import { Entity } from '@backstage/catalog-model';

/** An entity of the catalog, as far as the card looks at it. */
export function sampleEntity(
  name: string,
  options: { lifecycle?: string; viewUrl?: string } = {},
): Entity {
  const { lifecycle = 'production', viewUrl } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: viewUrl ? { 'backstage.io/view-url': viewUrl } : {},
    },
    spec: { type: 'service', lifecycle, owner: 'payments-team' },
  };
}
