import { WorkloadRef } from '../facts/WorkloadRef';
import { Fix } from '../fix/Fix';
import { Level } from '../match/Level';

/**
 * How bad it is.
 *
 * @public
 */
export type Severity = 'error' | 'warning' | 'info';

/**
 * How sure the engine is that the subject belongs to the entity.
 *
 * @public
 */
export type Evidence = 'exact' | 'strong' | 'weak';

/**
 * Who acts.
 *
 * @public
 */
export type Desk = 'ops' | 'team' | 'catalog' | 'nobody';

/**
 * One level whose label is not what the claim asks for.
 *
 * @public
 */
export interface WrongLevel {
  readonly level: Level;
  readonly key: string;
  /** The value that is there; undefined where the key is absent. */
  readonly is?: string;
  /** The value that the claim asks for; undefined where it asks for no certain one, as `!canary`. */
  readonly shouldBe?: string;
}

/**
 * An entity whose claim a finding is about.
 *
 * @public
 */
export interface EntitySubject {
  readonly kind: 'Entity';
  readonly entityRef: string;
  /** `metadata.name`. */
  readonly name: string;
}

/**
 * What every finding says.
 *
 * @public
 */
export interface FindingOf<
  Rule extends string,
  MessageId extends string,
  Values,
  Subject = WorkloadRef,
> {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly evidence: Evidence;
  readonly subject: Subject;
  readonly owner: Desk;
  readonly levels: readonly WrongLevel[];
  readonly message: { readonly id: MessageId; readonly values: Values };
  /** Ordered: the first is the one to take. */
  readonly fixes: readonly Fix[];
}

/**
 * Values of the messages of label rules.
 *
 * @public
 */
export interface LabelMessageValues {
  readonly workload: string;
  readonly key: string;
  readonly is?: string;
  readonly shouldBe?: string;
  /** Running pods of the workload that the tab does not draw. */
  readonly hiddenPods: number;
}

/**
 * Values of the messages of `container-keeps-running`.
 *
 * @public
 */
export interface CrashMessageValues {
  readonly workload: string;
  readonly container: string;
  readonly restarts: number;
  readonly exitCode?: number;
  readonly reason?: string;
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
  /** The readiness gate that is not met; only with the message `gate-closed`. */
  readonly gate?: string;
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
 * Values of the messages of `rollout-finishes`.
 *
 * @public
 */
export interface RolloutMessageValues {
  readonly workload: string;
  /** Pods of the newest revision that are ready, of those that are wanted. */
  readonly ready: number;
  readonly of: number;
}

/**
 * Values of the messages of claim rules.
 *
 * @public
 */
export interface ClaimMessageValues {
  /** The annotation that is wrong. */
  readonly key: string;
  /** Its value. */
  readonly value: string;
  /** Why it is refused, one sentence; empty where the message says it all. */
  readonly problem: string;
}

/**
 * A finding about the claim that an entity makes.
 *
 * @public
 */
export type ClaimFinding =
  | FindingOf<
      'claim-value-valid',
      'refused' | 'several' | 'not-an-id' | 'blanks-around',
      ClaimMessageValues,
      EntitySubject
    >
  | FindingOf<
      'claim-selector-valid',
      'refused',
      ClaimMessageValues,
      EntitySubject
    >
  | FindingOf<
      'claim-selector-narrow',
      'matches-everything' | 'names-no-value',
      ClaimMessageValues,
      EntitySubject
    >
  | FindingOf<
      'claim-in-existing-place',
      'namespace-illegal' | 'cluster-unknown' | 'no-cluster-related',
      ClaimMessageValues & {
        /** Clusters that there are, where it is about a cluster. */
        readonly known: readonly string[];
      },
      EntitySubject
    >
  | FindingOf<
      'claim-not-shadowed',
      'hides-workloads' | 'is-ignored',
      ClaimMessageValues & { readonly workloads: number },
      EntitySubject
    >
  | FindingOf<
      'label-matches-claim',
      'workloads-carry-entity-name' | 'workloads-agree',
      ClaimMessageValues & {
        /** The value that the workloads carry. */
        readonly found: string;
        readonly workloads: number;
      },
      EntitySubject
    >;

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
      'init-containers-finish',
      'keeps-failing' | 'still-running',
      CrashMessageValues
    >
  | FindingOf<'memory-suffices', 'out-of-memory', MemoryMessageValues>
  | FindingOf<'container-keeps-running', 'keeps-crashing', CrashMessageValues>
  | FindingOf<'probes-pass', 'not-ready', ProbeMessageValues>
  | FindingOf<'rollout-finishes', 'deadline-exceeded', RolloutMessageValues>;

/**
 * A finding about one workload.
 *
 * @public
 */
export type WorkloadFinding =
  | HealthFinding
  | FindingOf<
      'label-matches-claim',
      'value-is-workload-name' | 'value-differs',
      LabelMessageValues
    >
  | FindingOf<
      'label-key-spelled',
      'nearly',
      LabelMessageValues & {
        /** The key that is there. */
        readonly misspelt: string;
      }
    >
  | FindingOf<'label-present', 'was-there' | 'missing', LabelMessageValues>
  | FindingOf<'label-on-pod-template', 'missing', LabelMessageValues>
  | FindingOf<'label-on-object', 'missing', LabelMessageValues>;

/**
 * One rule that is not kept, with its cause, its owner and its fixes.
 *
 * @public
 */
export type Finding = ClaimFinding | WorkloadFinding;

/**
 * Ids of all rules that can make a finding.
 *
 * @public
 */
export type RuleId = Finding['rule'];
