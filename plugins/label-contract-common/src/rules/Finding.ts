import { WatchedKind } from '../facts/Facts';
import { CompanionFacts } from '../facts/CompanionFacts';
import { WorkloadRef } from '../facts/WorkloadRef';
import { WorkloadKind } from '../facts/WorkloadFacts';
import { Fix } from '../fix/Fix';
import { ReachProblem } from '../logs/LogFinding';
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
  /** Between which moments the claimed value was lost, ISO 8601; undefined where nobody saw it. */
  readonly lost?: { readonly from: string; readonly to: string };
  /** Field manager that owns what is there now; undefined where Kubernetes records none. */
  readonly manager?: string;
}

/**
 * Values of the messages of `companions-labelled`.
 *
 * @public
 */
export interface CompanionsMessageValues {
  readonly workload: string;
  readonly key: string;
  readonly shouldBe: string;
  /** Those that do not carry the label, by kind and name. */
  readonly companions: readonly {
    readonly kind: CompanionFacts['kind'];
    readonly name: string;
  }[];
}

/**
 * Values of the messages of `label-kept`.
 *
 * @public
 */
export interface HandOverMessageValues {
  readonly key: string;
  /** The value that the workloads carried. */
  readonly value: string;
  /** Names of the workloads, as `namespace/name`. */
  readonly workloads: readonly string[];
  /** Between which moments the last of them went, ISO 8601. */
  readonly lost: { readonly from: string; readonly to: string };
  /** Field manager that wrote the other value; undefined where Kubernetes records none. */
  readonly manager?: string;
}

/**
 * What is quoted of a container's log. Whoever may see a report may not always read logs, so that this
 * field can be left out on its own.
 *
 * @public
 */
export interface LogExcerpt {
  /** Oldest first, secrets masked; undefined where no log was read. */
  readonly lines?: readonly string[];
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
 * Workloads that the tab does not show.
 *
 * @public
 */
export interface HiddenWorkloads {
  readonly workloads: number;
  /** Their running pods. */
  readonly hiddenPods: number;
}

/**
 * Values of the messages of `kind-asked-for` and `kind-drawn`.
 *
 * @public
 */
export interface KindMessageValues {
  /** Names of the workloads whose kind it is. */
  readonly workloads: readonly string[];
  readonly kinds: readonly WorkloadKind[];
  /** Running pods of theirs that the tab does not draw. */
  readonly hiddenPods: number;
}

/**
 * A finding about the claim that an entity makes.
 *
 * @public
 */
export type ClaimFinding =
  | FindingOf<
      'kind-asked-for',
      'some-hidden' | 'nothing-visible',
      KindMessageValues,
      EntitySubject
    >
  | FindingOf<
      'kind-drawn',
      'some-hidden' | 'nothing-visible',
      KindMessageValues,
      EntitySubject
    >
  | FindingOf<
      'claim-present',
      'workloads-carry-name',
      ClaimMessageValues & HiddenWorkloads,
      EntitySubject
    >
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
      'claim-selector-narrow',
      'several-owners',
      ClaimMessageValues & {
        /** Namespaces of other owners, and the entity's own among them. */
        readonly namespaces: readonly string[];
        /** How many owners they have. */
        readonly owners: number;
      },
      EntitySubject
    >
  | FindingOf<
      'claim-selector-stable',
      'made-by-controller' | 'changes-with-version' | 'written-by-argo-cd',
      ClaimMessageValues & {
        /** Key of the label that does not stay. */
        readonly label: string;
      },
      EntitySubject
    >
  | FindingOf<
      'claim-unique',
      'another-bears-the-name' | 'undecided',
      ClaimMessageValues & {
        /** Workloads that another claim finds, too. */
        readonly workloads: number;
        /** How many other claims do. */
        readonly others: number;
        /** Kinds of the entities that make them, in lower case, each once. */
        readonly kinds: readonly string[];
        /** Refs of those that the reader may see. */
        readonly entities: readonly string[];
      },
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
      'claim-in-existing-place',
      'namespace-missing',
      ClaimMessageValues & {
        /** Where workloads are that the rest of the claim finds. */
        readonly namespaces: readonly string[];
        /** When the claim last found something, ISO 8601; undefined where nobody remembers. */
        readonly lastFound?: string;
      },
      EntitySubject
    >
  | FindingOf<
      'claim-kept',
      'workloads-stayed',
      ClaimMessageValues &
        HiddenWorkloads & {
          /** What the claim asked for before, as the workloads still have it. */
          readonly before: string;
          /** When that was last claimed, ISO 8601. */
          readonly until: string;
        },
      EntitySubject
    >
  | FindingOf<
      'claim-finds-workloads',
      'finds-nothing',
      ClaimMessageValues,
      EntitySubject
    >
  | FindingOf<
      'claim-finds-workloads',
      'removed',
      ClaimMessageValues & {
        /** When the last of them was seen, ISO 8601. */
        readonly since: string;
        /** How many there were. */
        readonly workloads: number;
      },
      EntitySubject
    >
  | FindingOf<
      'claim-on-component',
      'component-lacks-it',
      ClaimMessageValues & {
        /** Entity ref of the Component, as the entity's own relations have it. */
        readonly component: string;
      },
      EntitySubject
    >
  | FindingOf<
      'label-in-claimed-place',
      'only-elsewhere' | 'also-elsewhere',
      ClaimMessageValues &
        HiddenWorkloads & {
          /** Where they are. */
          readonly clusters: readonly string[];
          readonly namespaces: readonly string[];
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
    >
  | FindingOf<
      'label-is-a-label',
      'entity-label',
      ClaimMessageValues,
      EntitySubject
    >
  | FindingOf<
      'label-kept',
      'handed-over' | 'taken-over',
      HandOverMessageValues,
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
  | FindingOf<'label-on-object', 'missing', LabelMessageValues>
  | FindingOf<
      'label-is-a-label',
      'is-an-annotation',
      LabelMessageValues & {
        /** Key of the annotation. */
        readonly annotation: string;
      }
    >
  | FindingOf<'label-on-every-cron-level', 'missing', LabelMessageValues>
  | FindingOf<'label-outside-selector', 'in-selector', LabelMessageValues>
  | FindingOf<
      'pods-follow-template',
      'paused' | 'deadline' | 'on-delete' | 'partition' | 'changed-by-hand',
      LabelMessageValues & {
        /** Running pods that carry another value than the template. */
        readonly pods: number;
      }
    >
  | FindingOf<'companions-labelled', 'missing', CompanionsMessageValues>;

/**
 * A cluster that a finding is about.
 *
 * @public
 */
export interface ClusterSubject {
  readonly kind: 'Cluster';
  readonly name: string;
}

/**
 * Values of the messages of access rules.
 *
 * @public
 */
export interface AccessMessageValues {
  readonly cluster: string;
  /** Kinds that are missing; all that are watched where it is the whole cluster. */
  readonly kinds: readonly WatchedKind[];
  /** What the cluster answered, one sentence without any credential. */
  readonly words: string;
  /** Since when, ISO 8601. */
  readonly since: string;
  /** Whether it was seen with the account that the tab uses, or with another: then the tab may do better. */
  readonly seenBy: 'account-of-tab' | 'own-account';
  /** How the tab signs in, such as `serviceAccount` or `oidc`; undefined where nobody knows. */
  readonly authProvider?: string;
}

/**
 * A finding about the way to a cluster, or to some kinds on it. It is nobody's in particular: it stands
 * in no report of an entity, which says itself what it misses.
 *
 * @public
 */
export type ClusterFinding =
  | FindingOf<
      'cluster-reachable',
      'unreachable' | 'kinds-unanswered',
      AccessMessageValues,
      ClusterSubject
    >
  | FindingOf<
      'credentials-accepted',
      'refused',
      AccessMessageValues,
      ClusterSubject
    >
  | FindingOf<
      'background-readable',
      'needs-user',
      AccessMessageValues,
      ClusterSubject
    >
  | FindingOf<'kind-readable', 'forbidden', AccessMessageValues, ClusterSubject>
  | FindingOf<'kind-served', 'not-served', AccessMessageValues, ClusterSubject>;

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
export type RuleId = Finding['rule'] | ClusterFinding['rule'];
