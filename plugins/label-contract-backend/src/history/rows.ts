import { WorkloadKind } from '@portal-operations/plugin-label-contract-common';
import { DatabaseTime, isoOf } from './HistoryDatabase';
import { ByLevel, Observation } from './Observation';

/** The one row of `history_recorder`. */
export interface RecorderRow {
  id: number;
  term: number;
  recorder: string | null;
  written_at: DatabaseTime | null;
  claims_observed_at: DatabaseTime | null;
  matches_observed_at: DatabaseTime | null;
}

/** A row of `history_watches`. */
export interface WatchRow {
  cluster: string;
  kind: string;
  observed_at: DatabaseTime;
  namespaces: string | null;
}

/** A row of `history_observations`. */
export interface ObservationRow {
  cluster: string;
  uid: string;
  kind: WorkloadKind;
  namespace: string;
  name: string;
  revision: number;
  keys: string;
  labels: string;
  observed_at: DatabaseTime;
}

/** A row of `history_transitions`. */
export interface TransitionRow {
  id: number;
  cluster: string;
  uid: string;
  revision: number;
  kind: WorkloadKind;
  namespace: string;
  name: string;
  keys: string;
  was: string | null;
  is: string | null;
  managers: string;
  not_before: DatabaseTime;
  seen_at: DatabaseTime;
  recorder: string;
}

/** A row of `history_terms`. */
export interface TermRow {
  transition_id: number;
  key: string;
  value: string;
}

/** A row of `history_claims`. */
export interface ClaimRow {
  entity_ref: string;
  claim: string;
  first_seen_at: DatabaseTime;
}

/** A row of `history_claim_changes`. */
export interface ClaimChangeRow {
  id: number;
  entity_ref: string;
  was: string | null;
  is: string | null;
  not_before: DatabaseTime;
  seen_at: DatabaseTime;
}

/** A row of `history_matches`. */
export interface MatchRow {
  entity_ref: string;
  workloads: number;
  clusters: string;
  until: DatabaseTime | null;
}

/** A transition of one workload, as it is remembered. */
export interface StoredTransition {
  readonly id: number;
  readonly recorder: string;
  readonly before?: Observation;
  readonly after?: Observation;
  /** What is the same before and after. */
  readonly workload: Pick<
    Observation,
    'cluster' | 'uid' | 'kind' | 'namespace' | 'name' | 'keys'
  >;
  readonly between: { readonly from: string; readonly to: string };
}

/** An observation as it is remembered; managers are not. */
export function observationOfRow(row: ObservationRow): Observation {
  const { cluster, uid, kind, namespace, name } = row;
  const keys: readonly string[] = JSON.parse(row.keys);
  const labels: ByLevel = JSON.parse(row.labels);
  return { cluster, uid, kind, namespace, name, keys, labels, managers: {} };
}

export function transitionOfRow(row: TransitionRow): StoredTransition {
  const { id, recorder, cluster, uid, kind, namespace, name } = row;
  const keys: readonly string[] = JSON.parse(row.keys);
  const managers: ByLevel = JSON.parse(row.managers);
  const workload = { cluster, uid, kind, namespace, name, keys };
  const observed = (labels: string | null): Observation | undefined =>
    labels === null
      ? undefined
      : { ...workload, labels: JSON.parse(labels), managers };
  return {
    id,
    recorder,
    workload,
    before: observed(row.was),
    after: observed(row.is),
    between: { from: isoOf(row.not_before), to: isoOf(row.seen_at) },
  };
}
