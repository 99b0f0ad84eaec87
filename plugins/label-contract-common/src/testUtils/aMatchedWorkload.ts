import { DeploymentFacts } from '../facts/DeploymentFacts';
import { Facts } from '../facts/Facts';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { workloadAgainst } from '../match/matchWorkload';
import { Selector } from '../selector/Selector';
import { KUBERNETES_ID } from '../annotations';
import {
  aDeployment,
  aPod,
  aReplicaSet,
  labelled,
  someFacts,
} from './someFacts';

/**
 * A workload with one pod, held against the claim `payments-platform`; each level carries that value
 * where not said otherwise, and `undefined` for no label.
 */
export function aMatchedWorkload(
  options: Partial<DeploymentFacts> & {
    name: string;
    object?: string;
    template?: string;
    pod?: string;
  },
): MatchedWorkload {
  const { object, template, pod, ...facts } = {
    object: 'payments-platform',
    template: 'payments-platform',
    ...options,
  };
  const selector: Selector = [
    { operator: 'in', key: KUBERNETES_ID, values: ['payments-platform'] },
  ];
  const deployment = aDeployment({
    labels: labelled(object),
    templateLabels: labelled(template),
    ...facts,
  });
  const replicaSet = aReplicaSet(deployment);
  const pods: Facts[] =
    deployment.desiredReplicas === 0
      ? []
      : [aPod(replicaSet, 'pod' in options ? { labels: labelled(pod) } : {})];
  const workload = workloadAgainst({
    workload: deployment,
    selector,
    facts: someFacts({ facts: [deployment, replicaSet, ...pods] }),
  });
  return { ...workload, isMatched: true, evidence: 'exact', signs: [] };
}
