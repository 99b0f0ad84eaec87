import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The Kubernetes plugin's own permission to see what runs. Written by hand: policies know a permission
 * by its name and attributes, and the package that defines it is not there on every host.
 */
export const kubernetesResourcesReadPermission = createPermission({
  name: 'kubernetes.resources.read',
  attributes: { action: 'read' },
});
