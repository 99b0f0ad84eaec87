import { PodFacts } from '../facts/PodFacts';
import { FactsView } from '../match/FactsView';
import { healthFinding, judgedPods } from './healthFinding';
import { patienceSeconds } from './patienceSeconds';
import { defineWorkloadRule } from './Rule';
import { secondsSince } from './secondsSince';

/**
 * A pod is not ready, for its node is not. Where Nodes are not read, the pod tells: it is not ready although
 * all its containers are, and nobody but the node controller can have said so. Unless a readiness gate is
 * closed, which takes its time on every start.
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
  needs: ['Node'],
  check({ workload, now, facts: view }) {
    const { facts } = workload;
    const nodeReadyOf = (pod: PodFacts) => readinessOfNode(pod, view);
    const unready = judgedPods(workload).filter(({ isReady }) => !isReady);
    const cutOff = unready.filter(isCutOff);
    const onLostNodes = unready.filter(pod => {
      const nodeReady = nodeReadyOf(pod);
      return nodeReady === undefined
        ? isCutOff(pod) && !closedGateOf(pod)
        : nodeReady !== 'True';
    });
    if (onLostNodes.length > 0) {
      const [{ node }] = onLostNodes;
      return {
        rule: 'node-serves-pods',
        ...healthFinding(workload),
        message: {
          id: 'node-not-ready',
          values: {
            workload: facts.name,
            pods: onLostNodes.length,
            node,
            nodeReady: nodeReadyOf(onLostNodes[0]),
          },
        },
      };
    }

    const behindGates = cutOff.filter(
      pod =>
        closedGateOf(pod) !== undefined &&
        secondsSince(pod.readinessChangedAt, now) >= patienceSeconds(workload),
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
          workload: facts.name,
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
    pod.areContainersReady === true &&
    pod.containers.length > 0 &&
    pod.containers.every(({ isReady }) => isReady)
  );
}

/** Undefined where the pod has no node, or Nodes are not read. */
function readinessOfNode(
  { cluster, node }: PodFacts,
  facts: FactsView,
): string | undefined {
  return node === undefined
    ? undefined
    : facts.node({ cluster, name: node })?.ready;
}

function closedGateOf(pod: PodFacts): string | undefined {
  return pod.closedReadinessGates?.[0];
}
