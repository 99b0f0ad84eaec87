import { WorkloadKind } from '../../facts/WorkloadFacts';
import { ReachProblem } from '../../logs/LogFinding';
import { RuleId } from '../Finding';
import { Desk, FindingOf } from './FindingOf';

/**
 * What is quoted of a container's log. Whoever may see a report may not always read logs, so that this
 * field can be left out on its own.
 *
 * @public
 */
export interface LogExcerpt {
  /** Oldest first, secrets masked; undefined where no log was read. */
  readonly lines?: readonly string[];
  /** True where lines were read that the reader may not see. */
  readonly areLinesWithheld?: boolean;
}

/**
 * Values of the messages of `container-keeps-running` and `init-containers-finish`: with the last lines
 * of the log.
 *
 * @public
 */
export interface CrashMessageValues extends LogExcerpt {
  readonly workload: string;
  readonly container: string;
  readonly restarts: number;
  readonly exitCode?: number;
  readonly reason?: string;
}

/**
 * Values of the messages of `dependency-exists`: `lines` is the one line that reports the failure.
 *
 * @public
 */
export interface DependencyMessageValues extends CrashMessageValues {
  /** Pod in whose log the line stands; `container` is which of its logs. */
  readonly pod: string;
  /** As the line has it: a DNS name or an IP address. */
  readonly host: string;
  readonly port?: number;
  readonly problem: ReachProblem;
  /** Name of the Service that the host stands for, there or not. */
  readonly service: string;
  /** Namespace in which the host is looked up. */
  readonly namespace: string;
  /** Namespaces with a Service of that name; only with the message `other-namespace`. */
  readonly elsewhere?: readonly string[];
  /** The workload that the Service leads to; only with the message `no-endpoints`, where there is one. */
  readonly behind?: DependencyWorkload;
}

/**
 * A workload that another one depends on.
 *
 * @public
 */
export interface DependencyWorkload {
  readonly kind: WorkloadKind;
  readonly name: string;
  readonly namespace: string;
  /** Why it fails: rule and owner of its own health finding; undefined where it has none. */
  readonly failure?: { readonly rule: RuleId; readonly owner: Desk };
  /** True where it is scaled to zero, suspended or completed. */
  readonly isIdle: boolean;
}

/**
 * Values that most messages of health rules have.
 *
 * @public
 */
export interface HealthMessageValues {
  readonly workload: string;
  /** Kubernetes' own words, secrets masked; empty where it gave none. */
  readonly words: string;
}

/**
 * Values of the messages of `quota-suffices`.
 *
 * @public
 */
export interface QuotaMessageValues extends HealthMessageValues {
  /** Name of the ResourceQuota; undefined where the words do not give it. */
  readonly quota?: string;
}

/**
 * Values of the messages of `admission-accepts`.
 *
 * @public
 */
export interface AdmissionMessageValues extends HealthMessageValues {
  /** The webhook, policy or PodSecurity level that refuses; undefined where the words name none. */
  readonly by?: string;
}

/**
 * Values of the messages of `pods-schedulable`.
 *
 * @public
 */
export interface SchedulingMessageValues extends HealthMessageValues {
  /** Pods that wait for a node. */
  readonly pods: number;
}

/**
 * Values of the messages of `node-serves-pods`.
 *
 * @public
 */
export interface NodeMessageValues {
  readonly workload: string;
  /** Pods that get no traffic. */
  readonly pods: number;
  readonly node?: string;
  /**
   * Status of that node's condition `Ready`, `False` or `Unknown`; undefined where nobody said so and
   * the pods themselves tell.
   */
  readonly nodeReady?: string;
  /** The readiness gate that is not met; only with the message `gate-closed`. */
  readonly gate?: string;
}

/**
 * Values of the messages of `volumes-mount`.
 *
 * @public
 */
export interface VolumeMessageValues extends HealthMessageValues {
  /** Pods that wait for a volume. */
  readonly pods: number;
  /** Name of the volume, or of the claim; undefined where the words name none. */
  readonly volume?: string;
  /** What the volume is made of and that does not exist; only with the message `source-missing`. */
  readonly missing?: {
    readonly kind: 'Secret' | 'ConfigMap' | 'PersistentVolumeClaim';
    readonly name: string;
  };
}

/**
 * Values of the messages of `image-pullable`.
 *
 * @public
 */
export interface ImageMessageValues extends HealthMessageValues {
  readonly container: string;
  readonly image?: string;
  /** True while pods of an earlier revision are there too: what cannot be pulled is new. */
  readonly isNewRevision: boolean;
}

/**
 * Values of the messages of `configuration-exists`.
 *
 * @public
 */
export interface ConfigurationMessageValues extends HealthMessageValues {
  readonly container: string;
  readonly kind?: 'Secret' | 'ConfigMap';
  /** Name of the Secret or ConfigMap. */
  readonly name?: string;
  /** The key that it lacks; undefined where the object itself is missing. */
  readonly key?: string;
}

/**
 * Values of the messages of `memory-suffices`.
 *
 * @public
 */
export interface MemoryMessageValues {
  readonly workload: string;
  readonly container: string;
  readonly restarts: number;
  /** A Kubernetes quantity, such as `512Mi`; undefined where the container has no limit of its own. */
  readonly limit?: string;
}

/**
 * Values of the messages of `probes-pass`.
 *
 * @public
 */
export interface ProbeMessageValues {
  readonly workload: string;
  readonly container: string;
  /** Pods with a container that runs and is not ready. */
  readonly pods: number;
  /** ISO 8601. */
  readonly since: string;
}

/**
 * Values of the messages of `job-completes`.
 *
 * @public
 */
export interface JobMessageValues extends HealthMessageValues, LogExcerpt {
  /** The Job that failed: the workload itself, or a run of the CronJob. */
  readonly job: string;
  /** Kubernetes' word, such as `BackoffLimitExceeded`. */
  readonly reason?: string;
  /** When it failed, ISO 8601. */
  readonly at?: string;
  /** How the container of its newest failed pod ended; undefined where no such pod is left. */
  readonly exitCode?: number;
  /** When a run of the CronJob last succeeded, ISO 8601. */
  readonly lastSucceededAt?: string;
}

/**
 * Values of the messages of `rollout-finishes`.
 *
 * @public
 */
export interface RolloutMessageValues {
  readonly workload: string;
  /** The controller's word, such as `ProgressDeadlineExceeded`. */
  readonly reason: string;
  /** Pods of the newest revision that are ready, of those that are wanted. */
  readonly ready: number;
  readonly of: number;
}

/**
 * A finding about how one workload runs.
 *
 * @public
 */
export type HealthFinding =
  | FindingOf<'quota-suffices', 'quota-exceeded', QuotaMessageValues>
  | FindingOf<
      'admission-accepts',
      | 'pod-security'
      | 'security-context-constraint'
      | 'limit-range'
      | 'policy'
      | 'webhook-fails'
      | 'refused',
      AdmissionMessageValues
    >
  | FindingOf<'pods-schedulable', 'unschedulable', SchedulingMessageValues>
  | FindingOf<
      'node-serves-pods',
      'node-not-ready' | 'gate-closed',
      NodeMessageValues
    >
  | FindingOf<
      'volumes-mount',
      'not-mounted' | 'not-attached' | 'source-missing' | 'claim-unbound',
      VolumeMessageValues
    >
  | FindingOf<
      'image-pullable',
      'not-pulled' | 'invalid-name',
      ImageMessageValues
    >
  | FindingOf<
      'configuration-exists',
      'object-missing' | 'key-missing' | 'refused',
      ConfigurationMessageValues
    >
  | FindingOf<
      'dependency-exists',
      'service-missing' | 'other-namespace' | 'no-endpoints',
      DependencyMessageValues
    >
  | FindingOf<
      'init-containers-finish',
      'keeps-failing' | 'still-running',
      CrashMessageValues
    >
  | FindingOf<'memory-suffices', 'out-of-memory', MemoryMessageValues>
  | FindingOf<'container-keeps-running', 'keeps-crashing', CrashMessageValues>
  | FindingOf<'job-completes', 'job-failed' | 'run-failed', JobMessageValues>
  | FindingOf<'probes-pass', 'not-ready', ProbeMessageValues>
  | FindingOf<
      'rollout-finishes',
      'deadline-exceeded' | 'given-up',
      RolloutMessageValues
    >;
