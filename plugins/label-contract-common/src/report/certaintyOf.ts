import { CheckedEntity } from '../claim/ClaimedEntity';
import { ClusterFacts, WatchedKind, WatchState } from '../facts/Facts';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { watchThatCounts } from './clusterFreshness';
import { Undecided } from './EntityReport';
import {
  kindsThatMatter,
  REVISION_KINDS,
  WhatIsThere,
} from './kindsThatMatter';

/** Whether a verdict can be given at all, and if not, why not. */
export type Certainty = { readonly verdict: 'certain' } | Undecided;

/** The two verdicts need different facts. */
export interface Certainties {
  readonly contract: Certainty;
  readonly health: Certainty;
}

/** What decides how certain the verdicts about an entity are. */
interface Known extends WhatIsThere {
  readonly entity: CheckedEntity;
  /** True where its claim is so wrong that it is taken to match nothing. */
  readonly isBroken: boolean;
  /** Those that the claim reaches. */
  readonly clusters: readonly ClusterFacts[];
  /** True where the entity names its clusters, instead of being looked for on all of them. */
  readonly namesClusters: boolean;
  /** What the claim finds; of a cluster that can't be read, what it found there last. */
  readonly matched: readonly MatchedWorkload[];
  /** What belongs to it for sure, though its claim does not find it: health is judged by it, too. */
  readonly hidden: readonly MatchedWorkload[];
  /** When the entity last had workloads, ISO 8601; undefined where nobody remembers any. */
  readonly lastMatchedAt?: string;
}

/**
 * Whether what is known of an entity is enough for its verdicts. Health can do without revisions: a
 * workload says by its own status whether it runs.
 */
export function certaintyOf(known: Known): Certainties {
  const { entity, isBroken, matched } = known;
  const undecided = (
    reason: 'opted-out' | 'no-claim' | 'claim-broken',
  ): Certainties => {
    const certainty = { verdict: 'not-applicable', reason } as const;
    return { contract: certainty, health: certainty };
  };
  if (entity.isOptedOut) {
    return undecided('opted-out');
  }
  if (!entity.claim) {
    return undecided('no-claim');
  }
  if (isBroken) {
    return undecided('claim-broken');
  }

  return {
    contract: certaintyAbout(known, () => true),
    health: certaintyAbout(
      { ...known, matched: [...matched, ...known.hidden] },
      kind => !REVISION_KINDS.includes(kind),
    ),
  };
}

function certaintyAbout(
  known: Known,
  isNeeded: (kind: WatchedKind) => boolean,
): Certainty {
  const kinds = kindsThatMatter(known);
  return (
    whatIsMissing(known, kinds.filter(isNeeded)) ??
    (known.matched.length > 0 ? { verdict: 'certain' } : nothingThere(known))
  );
}

function nothingThere({ lastMatchedAt }: Known): Undecided {
  return lastMatchedAt === undefined
    ? { verdict: 'not-applicable', reason: 'not-deployed' }
    : { verdict: 'not-applicable', reason: 'removed', since: lastMatchedAt };
}

/**
 * What is not read matters only where it can change the answer: the entity names that cluster, had
 * workloads there when it was last read, or nothing is known of the entity elsewhere.
 */
function whatIsMissing(
  known: Known,
  kinds: readonly WatchedKind[],
): Undecided | undefined {
  const { clusters, namesClusters, matched } = known;
  const clustersOf = new Set(matched.map(({ facts }) => facts.cluster));
  const gaps = new Map(
    clusters.map(cluster => [cluster.name, gapsOf(cluster, kinds)]),
  );
  const isKnownElsewhere = [...clustersOf].some(
    name => gaps.get(name)?.length === 0,
  );
  const missing = clusters
    .filter(
      ({ name }) => namesClusters || clustersOf.has(name) || !isKnownElsewhere,
    )
    .flatMap(({ name }) => gaps.get(name) ?? []);

  if (missing.some(({ kind }) => kind !== 'syncing')) {
    return { verdict: 'unknown', reason: 'cluster-not-read' };
  }
  if (missing.length > 0) {
    return { verdict: 'unknown', reason: 'syncing' };
  }
  return matched.length === 0 && clusters.some(hidesPartOf(known.entity))
    ? { verdict: 'unknown', reason: 'cluster-not-read' }
    : undefined;
}

/** The watches that do not deliver, of the kinds that matter. */
function gapsOf(
  cluster: ClusterFacts,
  kinds: readonly WatchedKind[],
): WatchState[] {
  const states = kinds.flatMap(kind => watchThatCounts(cluster, kind) ?? []);
  // A cluster of which nothing at all is known yet is on its way.
  return states.length === 0 && Object.keys(cluster.watches).length === 0
    ? [{ kind: 'syncing' }]
    : states.filter(({ kind }) => kind !== 'live');
}

/** Whether the entity may have something in a namespace that is not read. */
function hidesPartOf({ claim }: CheckedEntity) {
  return ({ namespaces }: ClusterFacts): boolean =>
    namespaces !== undefined &&
    !(claim?.namespace && namespaces.includes(claim.namespace));
}
