import { ContainerFacts, PodFacts } from '../facts/PodFacts';
import { healthFinding, judgedPods } from './healthFinding';
import { patienceSeconds } from './patienceSeconds';
import { defineWorkloadRule } from './Rule';
import { secondsSince } from './secondsSince';

/**
 * All containers of a pod run, and one is not ready for longer than its readiness probe allows. One
 * that has not been ready since its start gets the time of a rollout, for probes rarely know how long a
 * start takes.
 *
 * @public
 */
export const probesPass = defineWorkloadRule({
  id: 'probes-pass',
  description: 'Containers that run pass their readiness probes.',
  verdict: 'health',
  severities: ['error'],
  owners: ['team'],
  evidences: ['exact'],
  fixes: ['tell-owner'],
  check({ workload, now }) {
    const { facts } = workload;
    const startingSeconds = patienceSeconds(workload);
    const unready = judgedPods(workload).flatMap(
      pod => unreadyContainerOf({ pod, startingSeconds, now }) ?? [],
    );
    if (unready.length === 0) {
      return undefined;
    }
    const [{ container, since }] = unready;
    return {
      rule: 'probes-pass',
      ...healthFinding(workload),
      message: {
        id: 'not-ready',
        values: {
          workload: facts.name,
          container: container.name,
          pods: unready.length,
          since,
        },
      },
    };
  },
});

/** The first container of a pod whose probe fails for too long, and since when. */
function unreadyContainerOf(options: {
  pod: PodFacts;
  startingSeconds: number;
  now: Date;
}): { container: ContainerFacts; since: string } | undefined {
  const { pod, startingSeconds, now } = options;
  if (
    pod.isReady ||
    !pod.containers.every(({ runningSince }) => runningSince !== undefined)
  ) {
    return undefined;
  }

  for (const container of pod.containers) {
    const { readinessAllowanceSeconds, runningSince = '' } = container;
    const { readinessChangedAt = '' } = pod;
    // Since its start the pod is not ready; a later change means that it was ready in between.
    const wasReady = Date.parse(readinessChangedAt) > Date.parse(runningSince);
    const since = wasReady ? readinessChangedAt : runningSince;
    if (
      !container.isReady &&
      // Until its startup probe succeeds, the readiness probe does not run.
      container.isStarted !== false &&
      readinessAllowanceSeconds !== undefined &&
      secondsSince(since, now) >=
        Math.max(readinessAllowanceSeconds, wasReady ? 0 : startingSeconds)
    ) {
      return { container, since };
    }
  }
  return undefined;
}
