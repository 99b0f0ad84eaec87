import { ManagerFacts } from '../facts/ManagerFacts';
import { WorkloadFacts } from '../facts/WorkloadFacts';
import { FactsView } from './FactsView';

/**
 * The tool that writes a workload. Of Argo CD its Application says more than the marks on the workload,
 * where it is read; where several may be meant, only what they agree on.
 */
export function managerOfWorkload(
  workload: WorkloadFacts,
  facts: FactsView,
): ManagerFacts | undefined {
  const { manager, cluster, kind, namespace, name } = workload;
  if (manager?.tool !== 'argo-cd') {
    return manager;
  }
  const application = applicationOf(manager.ref);
  const meant = [
    ...facts.applicationsReaching({ cluster, name: application.name }),
  ].filter(
    each =>
      application.namespace === undefined ||
      application.namespace === each.namespace,
  );
  const selfHeals = agreed(meant.map(each => each.selfHeals));
  const isOutOfSync = agreed(
    meant.map(each => each.outOfSync?.includes(`${kind}:${namespace}/${name}`)),
  );
  return {
    ...manager,
    ...(selfHeals !== undefined && { selfHeals }),
    ...(isOutOfSync !== undefined && { isOutOfSync }),
  };
}

/**
 * Argo CD tracks an Application outside of its own namespace as `<namespace>_<name>`; which its own
 * namespace is, nothing says. Kubernetes allows no underscore in names.
 */
function applicationOf(ref: string): { namespace?: string; name: string } {
  const [first, second] = ref.split('_');
  return second === undefined
    ? { name: first }
    : { namespace: first, name: second };
}

/** What all say; undefined where they differ, or none says anything. */
function agreed<T>(answers: readonly T[]): T | undefined {
  const [first, ...others] = new Set(answers);
  return others.length === 0 ? first : undefined;
}
