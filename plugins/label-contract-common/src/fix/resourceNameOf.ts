import { WorkloadKind } from '../facts/WorkloadFacts';

/**
 * What command-line tools are told for a kind. Kinds that extensions serve are qualified by their group,
 * for other extensions may serve one of the same name.
 */
export function resourceNameOf(kind: WorkloadKind): string {
  switch (kind) {
    case 'Rollout':
      return 'rollouts.argoproj.io';
    case 'DeploymentConfig':
      return 'deploymentconfigs.apps.openshift.io';
    default:
      return kind.toLowerCase();
  }
}
