import { PodFacts } from '../facts/PodFacts';
import { healthFinding, judgedPods } from './healthFinding';
import { patienceSeconds } from './patienceSeconds';
import { defineWorkloadRule } from './Rule';
import { secondsSince } from './secondsSince';

/**
 * A pod is not ready although all its containers are. Either a readiness gate is closed, which takes
 * its time on every start; or nobody but the node controller can have said so, which does it when a node
 * is not ready.
 *
 * @public
 */
export const nodeServesPods = defineWorkloadRule({
  id: 'node-serves-pods',
  description: 'A pod whose containers are all ready gets traffic.',
  verdict: 'health',
  severities: ['error'],
  owners: ['ops', 'team'],
  evidences: ['exact'],
  fixes: ['tell-owner'],
  check({ workload, now }) {
    const { deployment } = workload;
    const cutOff = judgedPods(workload).filter(isCutOff);
    const onLostNodes = cutOff.filter(pod => !closedGateOf(pod));
    if (onLostNodes.length > 0) {
      return {
        rule: 'node-serves-pods',
        ...healthFinding(workload),
        message: {
          id: 'node-not-ready',
          values: {
            workload: deployment.name,
            pods: onLostNodes.length,
            node: onLostNodes[0].node,
          },
        },
      };
    }

    const behindGates = cutOff.filter(
      ({ readinessChangedAt }) =>
        secondsSince(readinessChangedAt, now) >= patienceSeconds(deployment),
    );
    if (behindGates.length === 0) {
      return undefined;
    }
    return {
      rule: 'node-serves-pods',
      ...healthFinding(workload),
      owner: 'team',
      message: {
        id: 'gate-closed',
        values: {
          workload: deployment.name,
          pods: behindGates.length,
          gate: closedGateOf(behindGates[0]),
        },
      },
    };
  },
});

/** One that has not told about its containers yet is not cut off, it starts. */
function isCutOff(pod: PodFacts): boolean {
  return (
    !pod.isReady &&
    pod.areContainersReady === true &&
    pod.containers.length > 0 &&
    pod.containers.every(({ isReady }) => isReady)
  );
}

function closedGateOf(pod: PodFacts): string | undefined {
  return pod.closedReadinessGates?.[0];
}
