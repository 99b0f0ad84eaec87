import { DeploymentFacts } from '../facts/DeploymentFacts';
import { PodFacts } from '../facts/PodFacts';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { matchWorkload } from '../match/matchWorkload';
import { aDeployment, aPod, aReplicaSet, someFacts } from './someFacts';

/** A Deployment with pods that are not ready, as rules see it; say only what matters. */
export function aSickWorkload(
  pods: readonly Partial<PodFacts>[],
  facts: Partial<DeploymentFacts> = {},
): MatchedWorkload {
  const deployment = aDeployment({
    name: 'ticket-desk',
    readyReplicas: 0,
    ...facts,
  });
  const replicaSet = aReplicaSet(deployment);
  const workload = matchWorkload({
    workload: deployment,
    selector: [],
    facts: someFacts({
      facts: [
        deployment,
        replicaSet,
        ...pods.map((pod, index) =>
          aPod(replicaSet, {
            name: `${replicaSet.name}-${index + 1}`,
            isReady: false,
            ...pod,
          }),
        ),
      ],
    }),
  });
  if (!workload) {
    throw new Error('A selector without terms matches every workload');
  }
  return workload;
}
