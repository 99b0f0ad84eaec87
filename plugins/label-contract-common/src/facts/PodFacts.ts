import { ContractMarks } from './ContractMarks';
import { ManagerFacts } from './ManagerFacts';
import { ObjectFacts } from './ObjectFacts';

/**
 * How a container ended the last time.
 *
 * @public
 */
export interface TerminationFacts {
  readonly exitCode: number;
  /** Kubernetes' word, such as `Error`, `OOMKilled`, `Completed`. */
  readonly reason?: string;
  /** ISO 8601. */
  readonly finishedAt?: string;
}

/**
 * What the portal remembers of one container of a pod.
 *
 * @public
 */
export interface ContainerFacts {
  readonly name: string;
  readonly isReady: boolean;
  readonly restartCount: number;
  /** `spec.containers[].image`. */
  readonly image?: string;
  /** `spec.containers[].resources.limits.memory`, a Kubernetes quantity such as `512Mi`. */
  readonly memoryLimit?: string;
  /**
   * How long the readiness probe may fail before the container counts as not ready: initial delay,
   * all tries and the last one's timeout, in seconds. Undefined where there is no such probe.
   */
  readonly readinessAllowanceSeconds?: number;
  /** False while the startup probe has not succeeded yet. */
  readonly isStarted?: boolean;
  /** `state.running.startedAt`, ISO 8601; undefined while the container does not run. */
  readonly runningSince?: string;
  /** Kubernetes' word while the container waits, such as `CrashLoopBackOff`. */
  readonly waitingReason?: string;
  /** Kubernetes' sentence to that word; secrets masked, length capped. */
  readonly waitingMessage?: string;
  /** `lastState.terminated`, or `state.terminated` of a container that has ended for good. */
  readonly lastTermination?: TerminationFacts;
}

/**
 * What the portal remembers of a pod.
 *
 * @public
 */
export interface PodFacts extends ObjectFacts {
  readonly kind: 'Pod';
  /** Besides its labels. */
  readonly marks?: ContractMarks;
  /** The tool that writes a pod that nothing controls; undefined where none is recognized. */
  readonly manager?: ManagerFacts;
  /** True when `portal-operations.io/label-contract: ignore` is set. */
  readonly isOptedOut?: boolean;
  readonly phase: string;
  /** The pod's `Ready` condition. */
  readonly isReady: boolean;
  /** Since when the `Ready` condition is what it is, ISO 8601. */
  readonly readinessChangedAt?: string;
  /** The `ContainersReady` condition. */
  readonly areContainersReady?: boolean;
  /** Readiness gates (`spec.readinessGates`) whose condition is not True, by condition type. */
  readonly closedReadinessGates?: readonly string[];
  /** True from the moment that a deletion was asked for. */
  readonly isDeleting: boolean;
  /** True while the pod is about to be evicted, preempted or drained (condition `DisruptionTarget`). */
  readonly isDisrupted?: boolean;
  /** `spec.nodeName`; undefined until the pod is scheduled. */
  readonly node?: string;
  /**
   * The scheduler's words while it finds no node (condition `PodScheduled`, reason `Unschedulable`);
   * secrets masked, length capped.
   */
  readonly schedulingFailure?: string;
  /** Containers that run side by side: `spec.containers`, and init containers that are sidecars. */
  readonly containers: readonly ContainerFacts[];
  /** Containers that have to end before the others start; sidecars are not among them. */
  readonly initContainers?: readonly ContainerFacts[];
}
