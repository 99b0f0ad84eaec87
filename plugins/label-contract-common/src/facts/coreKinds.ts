import { WatchedKind } from './Facts';

/** Kinds without which nothing certain can be said of any workload; every cluster serves them. */
export const CORE_KINDS = ['Deployment', 'ReplicaSet', 'Pod'] as const;

/** Whether a kind is one of them. */
export function isCoreKind(kind: WatchedKind): boolean {
  return CORE_KINDS.some(each => each === kind);
}
