import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The catalog's own permission to see an entity. Written by hand, as that of the Kubernetes plugin: the
 * package that defines it has moved it about.
 */
export const catalogEntityReadPermission = createPermission({
  name: 'catalog.entity.read',
  attributes: { action: 'read' },
  resourceType: 'catalog-entity',
});
