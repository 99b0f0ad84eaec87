import { Entity } from '@backstage/catalog-model';
import { EntityClaim } from '../claim/EntityClaim';
import { ClusterFacts } from '../facts/Facts';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { AskedClusters } from './askedClusters';
import { clusterGate } from './clusterGate';
import { GateReport } from './GateReport';
import { KubernetesTabSettings } from './KubernetesTabSettings';
import { queryGate } from './queryGate';
import { tabGate } from './tabGate';
import { viewGate } from './viewGate';

/**
 * The four gates on the way to the Kubernetes tab, in this order: tab, cluster, query, view. Each is
 * judged by itself: one that is open says nothing of what an earlier one holds back.
 *
 * @public
 */
export function evaluateGates(options: {
  entity: Entity;
  claim: EntityClaim | undefined;
  settings: KubernetesTabSettings;
  asked: AskedClusters;
  /** Every cluster that is known. */
  clusters: readonly ClusterFacts[];
  /** Workloads that the claim matches, and those that it should. */
  workloads: readonly MatchedWorkload[];
  /** Names of clusters that were read once and do not answer now. */
  silent: ReadonlySet<string>;
}): GateReport[] {
  const { entity, claim, settings, asked, clusters, workloads, silent } =
    options;
  return [
    tabGate(entity),
    clusterGate({ asked, settings, clusters }),
    queryGate({
      entity,
      claim,
      settings,
      clusters: clusters.filter(({ name }) => asked.clusters.includes(name)),
      workloads,
    }),
    viewGate({ workloads, settings, silent }),
  ];
}

/** Whether the tab shows an error and nothing else, because of one cluster's credential. */
export function failsForAll(gates: readonly GateReport[]): boolean {
  return gates.some(
    ({ gate, state, reason }) =>
      gate === 'cluster' &&
      state === 'closed' &&
      reason.id === 'credential-missing',
  );
}
