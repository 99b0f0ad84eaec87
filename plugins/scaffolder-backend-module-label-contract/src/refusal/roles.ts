import type { Right } from '../objects/Right';

/** A role of `install/rbac`. */
export interface InstalledRole {
  readonly kind: 'ClusterRole' | 'Role';
  readonly name: string;
}

const clusterRole = (name: string): InstalledRole => ({
  kind: 'ClusterRole',
  name,
});

/** Holds the rights of the actions that write. */
const SCAFFOLDER_ROLE = clusterRole('rhdh-scaffolder');

/** Holds what single inputs need beyond. */
const KIT_ROLE = clusterRole('rhdh-scaffolder-kit');

/** Holds the rights to give a team a role in its namespace. */
const TEAM_ROLES_ROLE = clusterRole('rhdh-scaffolder-team-roles');

/** Holds the rights to remove a service; no other ClusterRole lets delete. */
export const REMOVAL_ROLE = clusterRole('rhdh-scaffolder-remove');

/** Holds the rights to write Applications, in the namespace of Argo CD. */
export const GITOPS_ROLE: InstalledRole = {
  kind: 'Role',
  name: 'rhdh-scaffolder-gitops',
};

/** Holds the rights to remove Applications, in the namespace of Argo CD. */
export const GITOPS_REMOVAL_ROLE: InstalledRole = {
  kind: 'Role',
  name: 'rhdh-scaffolder-gitops-remove',
};

const KIT_RESOURCES = new Set([
  'resourcequotas',
  'limitranges',
  'networkpolicies',
  'ingresses',
  'poddisruptionbudgets',
  'horizontalpodautoscalers',
  'routes',
  'routes/custom-host',
]);

/** The role that holds a right of an action that writes. */
export function roleOf({
  verb,
  resource,
}: Pick<Right, 'verb' | 'resource'>): InstalledRole {
  if (verb === 'delete') {
    return resource === 'applications' ? GITOPS_REMOVAL_ROLE : REMOVAL_ROLE;
  }
  if (resource === 'applications') {
    return GITOPS_ROLE;
  }
  if (resource === 'rolebindings') {
    return TEAM_ROLES_ROLE;
  }
  // To list quotas is for what is tried before; the kit writes them.
  return KIT_RESOURCES.has(resource) && verb !== 'list'
    ? KIT_ROLE
    : SCAFFOLDER_ROLE;
}
