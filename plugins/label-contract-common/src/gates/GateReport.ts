import { WatchedKind } from '../facts/Facts';

/**
 * Does it let through? `partly`: some of it. `unknown`: what is known does not decide it.
 *
 * @public
 */
export type GateState = 'open' | 'partly' | 'closed' | 'unknown';

/**
 * Why a gate is in its state; words are found by `id`.
 *
 * @public
 */
export interface GateReasonOf<Id extends string, Values> {
  readonly id: Id;
  readonly values: Values;
}

/**
 * What every gate says.
 *
 * @public
 */
export interface GateReportOf<Gate extends string, Reason> {
  readonly gate: Gate;
  readonly state: GateState;
  readonly reason: Reason;
  /** Names of what does not get through, or may not: clusters at gate 2, else workloads. */
  readonly holdsBack: readonly string[];
}

/**
 * What the legacy shell of RHDH 1.x does where it differs.
 *
 * - `no-tab`: there is no tab.
 * - `says-missing-annotation`: there is one, and it says nothing but that an annotation is missing.
 *
 * @public
 */
export interface LegacyShell {
  readonly shell: 'rhdh-1-legacy';
  readonly state: 'closed';
  readonly reason: GateReasonOf<
    'no-tab' | 'says-missing-annotation',
    Readonly<Record<string, never>>
  >;
}

/**
 * Gate 1: is the tab shown?
 *
 * @public
 */
export interface TabGateReport
  extends GateReportOf<
    'tab',
    | GateReasonOf<
        'annotation-set' | 'annotation-empty',
        { readonly key: string }
      >
    | GateReasonOf<'annotation-missing', { readonly keys: readonly string[] }>
  > {
  readonly shell?: LegacyShell;
}

/**
 * Why some clusters are asked, and others not.
 *
 * - `all`: none is chosen. `ignored` is the cluster annotation where the locator does not look at it.
 * - `chosen`: by the cluster annotation, or by relations.
 * - `annotation-names-none`, `relations-name-none`: there is no such cluster. `nearly` are those that
 *   differ in upper and lower case only.
 * - `relations-elsewhere`: relations name clusters, but in a catalog namespace other than the entity's.
 * - `not-listed`: what is chosen may be among the clusters that only the Kubernetes plugin knows.
 * - `none-configured`: there is no cluster at all.
 *
 * @public
 */
export type ClusterChoice =
  | GateReasonOf<
      'all',
      { readonly clusters: readonly string[]; readonly ignored?: string }
    >
  | GateReasonOf<'chosen', { readonly clusters: readonly string[] }>
  | GateReasonOf<
      'annotation-names-none',
      {
        readonly value: string;
        readonly known: readonly string[];
        readonly nearly: readonly string[];
      }
    >
  | GateReasonOf<
      'relations-name-none',
      { readonly known: readonly string[]; readonly nearly: readonly string[] }
    >
  | GateReasonOf<
      'relations-elsewhere',
      {
        readonly known: readonly string[];
        /** Entity refs that the relations name. */
        readonly refs: readonly string[];
        /** The only catalog namespace that counts: the entity's own. */
        readonly namespace: string;
      }
    >
  | GateReasonOf<'not-listed', { readonly clusters: readonly string[] }>
  | GateReasonOf<'none-configured', Readonly<Record<string, never>>>;

/**
 * Gate 2: which clusters are asked, and do they answer? It holds back clusters.
 *
 * - `credential-missing`: one credential that cannot be had makes the tab fail for all clusters.
 * - `not-answering`: unreachable, or the credential is refused (401).
 * - `needs-sign-in`: the tab asks with the user's own credential, which the portal does not have. A
 *   user who is not signed in there sees no cluster at all.
 * - `not-ours`: the credential is the Kubernetes plugin's own matter; whether it works is not seen.
 * - `syncing`: not read yet.
 *
 * @public
 */
export type ClusterGateReport = GateReportOf<
  'cluster',
  | ClusterChoice
  | GateReasonOf<
      | 'credential-missing'
      | 'not-answering'
      | 'needs-sign-in'
      | 'not-ours'
      | 'syncing',
      {
        /** Clusters that are the cause. */
        readonly clusters: readonly string[];
        /** All clusters that are asked. */
        readonly asked: readonly string[];
      }
    >
>;

/**
 * A kind that the API server does not hand out: 403, or 404.
 *
 * @public
 */
export interface UnreadableKind {
  readonly cluster: string;
  readonly kind: WatchedKind;
  readonly problem: 'forbidden' | 'not-served';
}

/**
 * The query as it is sent.
 *
 * @public
 */
export interface SentQuery {
  readonly query: string;
  /** Undefined where all namespaces are asked. */
  readonly namespace?: string;
}

/**
 * Gate 3: does the query find it? It holds back workloads.
 *
 * - `sent`: as it stands.
 * - `falls-back-to-name`: there is no claim; whoever opens the tab nevertheless gets what carries the
 *   entity's name, which is not judged.
 * - `refused`: the API server answers 400.
 * - `asks-for-no-id`: the id makes another query than for one value.
 * - `namespace-illegal`: no namespace can have that name; a list is one name, too.
 * - `kinds-not-asked`: the configuration leaves out kinds that the workloads, or their pods, need.
 * - `kinds-not-readable`: the account may not read kinds, or they are not served.
 * - `not-read`: no cluster that is asked has been read.
 *
 * @public
 */
export type QueryGateReport = GateReportOf<
  'query',
  | GateReasonOf<'sent' | 'not-read' | 'asks-for-no-id', SentQuery>
  | GateReasonOf<'falls-back-to-name', SentQuery>
  | GateReasonOf<'refused', SentQuery & { readonly problem: string }>
  | GateReasonOf<
      'namespace-illegal',
      SentQuery & { readonly namespace: string }
    >
  | GateReasonOf<
      'kinds-not-asked',
      SentQuery & {
        /** What is missing in `kubernetes.objectTypes`. */
        readonly objectTypes: readonly string[];
        /** What is missing in `kubernetes.customResources`, such as `argoproj.io/rollouts`. */
        readonly customResources: readonly string[];
      }
    >
  | GateReasonOf<
      'kinds-not-readable',
      SentQuery & { readonly kinds: readonly UnreadableKind[] }
    >
>;

/**
 * What the tab draws of the workloads of an entity: of those that gate 3 lets through, too.
 *
 * @public
 */
export interface Drawn {
  readonly rows: number;
  readonly ofRows: number;
  readonly pods: number;
  readonly ofPods: number;
  /** Workloads of clusters that do not answer now. They are counted nowhere else here. */
  readonly lastSeen: number;
}

/**
 * Gate 4: is it drawn? It holds back workloads: those without a row, and those without all their pods.
 *
 * @public
 */
export type ViewGateReport = GateReportOf<
  'view',
  | GateReasonOf<'all-drawn', Drawn>
  | GateReasonOf<
      'not-all-drawn',
      Drawn & {
        /** The object lacks the label: no row, and so no pods. */
        readonly withoutRow: readonly string[];
        /** The row is there; the pod template or the pods lack the label. */
        readonly withoutPods: readonly string[];
        /** Labelled right, but the tab has no row for its kind, or no pods in it. */
        readonly notDrawn: readonly string[];
      }
    >
  | GateReasonOf<'only-last-seen', Pick<Drawn, 'lastSeen'>>
  | GateReasonOf<'nothing-matched', Readonly<Record<string, never>>>
>;

/**
 * One of the four gates that a workload has to pass to be seen in the Kubernetes tab.
 *
 * @public
 */
export type GateReport =
  | TabGateReport
  | ClusterGateReport
  | QueryGateReport
  | ViewGateReport;
