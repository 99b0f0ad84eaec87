import { simulateAnnotation } from './manifests';

/** The parts of a Deployment that say whether its rollout is through. */
export interface DeploymentView {
  kind: 'Deployment';
  metadata: { name: string; namespace: string; generation?: number };
  spec: {
    replicas?: number;
    selector: { matchLabels?: Record<string, string> };
    template: { metadata?: { annotations?: Record<string, string> } };
  };
  status?: {
    observedGeneration?: number;
    replicas?: number;
    updatedReplicas?: number;
    readyReplicas?: number;
  };
}

/** The parts of a Pod that say how it is. */
export interface PodView {
  kind: 'Pod';
  metadata: {
    name: string;
    namespace: string;
    labels?: Record<string, string>;
    deletionTimestamp?: string;
  };
  status?: {
    containerStatuses?: {
      ready: boolean;
      state?: { waiting?: { reason?: string } };
    }[];
  };
}

function isCrashLooping(pod: PodView): boolean {
  return (
    pod.status?.containerStatuses?.some(
      ({ state }) => state?.waiting?.reason === 'CrashLoopBackOff',
    ) ?? false
  );
}

function podsOf(
  deployment: DeploymentView,
  pods: readonly PodView[],
): PodView[] {
  const wanted = Object.entries(deployment.spec.selector.matchLabels ?? {});
  return pods.filter(
    ({ metadata }) =>
      metadata.namespace === deployment.metadata.namespace &&
      wanted.every(([key, value]) => metadata.labels?.[key] === value),
  );
}

/**
 * Says what keeps a Deployment from being as the workshop wants it: rolled out with every pod Ready, or, for one that
 * simulates a crash loop, with its pods in CrashLoopBackOff.
 * @returns undefined when nothing does
 */
export function whyUnsettled(
  deployment: DeploymentView,
  pods: readonly PodView[],
): string | undefined {
  const { metadata, spec, status = {} } = deployment;
  const wanted = spec.replicas ?? 1;
  const ref = `${metadata.namespace}/${metadata.name}`;
  if ((status.observedGeneration ?? 0) < (metadata.generation ?? 0)) {
    return `${ref} was not looked at by its controller`;
  }
  const own = podsOf(deployment, pods);
  if (own.length !== wanted || (status.updatedReplicas ?? 0) !== wanted) {
    return `${ref} has ${own.length} pods, ${
      status.updatedReplicas ?? 0
    } of them up to date, instead of ${wanted}`;
  }
  const simulate =
    spec.template.metadata?.annotations?.[simulateAnnotation] ?? 'nothing';
  if (simulate === 'crash-loop') {
    return own.every(isCrashLooping)
      ? undefined
      : `${ref} is not in CrashLoopBackOff yet`;
  }
  const ready = status.readyReplicas ?? 0;
  return ready === wanted
    ? undefined
    : `${ref} has ${ready} of ${wanted} pods Ready`;
}
