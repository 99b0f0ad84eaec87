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
  /** Kubernetes' word while the container waits, such as `CrashLoopBackOff`. */
  readonly waitingReason?: string;
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
  readonly phase: string;
  /** The pod's `Ready` condition. */
  readonly isReady: boolean;
  /** True from the moment that a deletion was asked for. */
  readonly isDeleting: boolean;
  readonly containers: readonly ContainerFacts[];
}
