import { WorkloadKind } from '../../facts/WorkloadFacts';
import { FindingOf } from './FindingOf';

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
