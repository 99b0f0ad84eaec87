import { CORE_KINDS } from '../facts/coreKinds';
import { WatchedKind } from '../facts/Facts';
import { WorkloadKind } from '../facts/WorkloadFacts';
import { MatchedWorkload } from '../match/MatchedWorkload';

/** Kinds that matter to an entity that has a workload of this kind, besides those that always do. */
const KINDS_OF: Readonly<Record<WorkloadKind, readonly WatchedKind[]>> = {
  Deployment: [],
  StatefulSet: ['StatefulSet'],
  DaemonSet: ['DaemonSet'],
  Rollout: ['Rollout'],
  DeploymentConfig: ['DeploymentConfig', 'ReplicationController'],
  CronJob: ['CronJob', 'Job'],
  Job: ['Job'],
  ReplicaSet: [],
  ReplicationController: ['ReplicationController'],
  Pod: [],
};

/** Kinds of which an entity may have workloads, or through which it may have pods. */
export const WORKLOAD_KINDS: readonly WatchedKind[] = [
  ...new Set<WatchedKind>([...CORE_KINDS, ...Object.values(KINDS_OF).flat()]),
];

/**
 * Kinds that only tell which pods belong to which revision: a workload says by its own status whether
 * it runs.
 */
export const REVISION_KINDS: readonly WatchedKind[] = [
  'ReplicaSet',
  'ReplicationController',
];

/**
 * Kinds that few clusters have and few accounts may read. Kubernetes refuses an account before it looks
 * whether it has the kind, so a 403 does not even say that there are any.
 */
const RARE_KINDS: readonly WatchedKind[] = [
  'Rollout',
  'DeploymentConfig',
  'ReplicationController',
];

/** Kinds of which every cluster may have some. */
const COMMON_KINDS = WORKLOAD_KINDS.filter(kind => !RARE_KINDS.includes(kind));

/** What an entity has, be it that only a part of it is known. */
export interface WhatIsThere {
  readonly matched: readonly MatchedWorkload[];
  /** Kinds of those that the claim finds a part of, and that are not known themselves. */
  readonly missingControllers: readonly WorkloadKind[];
}

/**
 * Kinds without which a verdict could be another one: those that always matter, and those of the
 * workloads that an entity has; of an entity that has none, every kind that it is likely to have.
 */
export function kindsThatMatter({
  matched,
  missingControllers,
}: WhatIsThere): readonly WatchedKind[] {
  const kinds = [
    ...matched.map(({ facts }) => facts.kind),
    ...missingControllers,
  ];
  return [
    ...new Set([
      ...(matched.length === 0 ? COMMON_KINDS : CORE_KINDS),
      ...kinds.flatMap(kind => KINDS_OF[kind]),
    ]),
  ];
}

/** Kinds that are worth a word where they cannot be read, whether they matter or not. */
export function kindsToMention(found: WhatIsThere): readonly WatchedKind[] {
  return found.matched.length === 0
    ? WORKLOAD_KINDS
    : [...new Set([...COMMON_KINDS, ...kindsThatMatter(found)])];
}
