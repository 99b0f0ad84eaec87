import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { LABEL_CONTRACT } from '../annotations';
import { CatalogView } from '../claim/CatalogView';
import { ClaimedEntity } from '../claim/ClaimedEntity';
import { claimOfEntity } from '../claim/claimOfEntity';
import { EntityClaim } from '../claim/EntityClaim';
import { FactsView } from '../match/FactsView';
import { factsOfClusters } from '../match/factsOfClusters';
import { refOfWorkload } from '../facts/WorkloadRef';
import { nearMissesOf } from '../evidence/nearMissesOf';
import { askedClusters } from '../gates/askedClusters';
import { evaluateGates } from '../gates/evaluateGates';
import {
  DEFAULT_KUBERNETES_TAB_SETTINGS,
  KubernetesTabSettings,
} from '../gates/KubernetesTabSettings';
import { allRules } from '../rules/allRules';
import { checkClaim, isClaimBroken } from '../rules/checkClaim';
import { checkOddClaim } from '../rules/checkOddClaim';
import { checkWorkload } from '../rules/checkWorkload';
import { compareFindings } from '../rules/compareFindings';
import { Finding } from '../rules/Finding';
import { parseSelector } from '../selector/parseSelector';
import { clusterFreshness, incompleteClusters } from './clusterFreshness';
import {
  ClusterFreshness,
  ContractVerdict,
  EntityReport,
  HealthVerdict,
  NearMissReport,
  Undecided,
  WorkloadReport,
} from './EntityReport';
import { healthOfWorkload } from './healthOfWorkload';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { matchWorkload } from '../match/matchWorkload';

/**
 * Computes the report of one entity from what the portal remembers. Pure: the same entity, facts
 * and moment give the same report.
 *
 * @public
 */
export function evaluateEntity(options: {
  entity: Entity;
  facts: FactsView;
  now: Date;
  /** The other entities: without them nothing can be told from a workload of theirs, so no near misses. */
  catalog?: CatalogView;
  /** Namespaces in which nothing is anybody's near miss; none by default. */
  isIgnoredNamespace?: (namespace: string) => boolean;
  /** How the Kubernetes plugin is configured; its own defaults where absent. */
  settings?: KubernetesTabSettings;
}): EntityReport {
  const { entity, now, settings = DEFAULT_KUBERNETES_TAB_SETTINGS } = options;
  const claim = claimOfEntity(entity);
  const known = [...options.facts.clusters()];
  const asked = askedClusters({
    entity,
    settings,
    known: known.map(({ name }) => name),
  });
  // What the tab does not ask for is no claimed place, whatever labels stand there.
  const facts = factsOfClusters(options.facts, asked.clusters);
  const clusters = [...facts.clusters()].map(clusterFreshness);
  const isOptedOut = entity.metadata.annotations?.[LABEL_CONTRACT] === 'ignore';

  const claimed =
    claim && !isOptedOut ? claimedEntity(entity, claim) : undefined;
  const claimFindings = claimed
    ? checkClaim({
        entity: claimed,
        facts: options.facts,
        choice: asked.choice,
      })
    : [];
  const isBroken = isClaimBroken(claimFindings);
  const { matched, nearMisses } =
    claimed && !isBroken
      ? workloadsOf({ ...options, facts, entity: claimed })
      : { matched: [], nearMisses: [] };
  const findings: Finding[] = [
    ...claimFindings,
    ...matched.flatMap(workload => checkWorkload({ workload, now })),
    ...findingsOfNearMisses({ claimed, matched, nearMisses, now }),
  ].sort(compareFindings);
  const workloads = matched
    .map(workload => reportWorkload({ workload, now }))
    .sort(compareWorkloads);

  const hidden = nearMisses.map(workload => reportNearMiss({ workload, now }));
  // What certainly belongs to the entity is judged by its health, seen in the tab or not.
  const certain = [
    ...workloads,
    ...hidden.filter(({ evidence }) => evidence === 'exact'),
  ];

  const certainty = certaintyOf({
    claim,
    isOptedOut,
    isBroken,
    // Where the claim reaches no cluster, all of them have to be read to say that nothing is lost.
    clusters: clusters.length > 0 ? clusters : known.map(clusterFreshness),
    workloads,
  });

  return {
    entityRef: stringifyEntityRef(entity),
    entityOwner: ownerOf(entity),
    claim,
    contract: contractVerdict({ certainty, findings }),
    health: healthVerdict({ certainty, workloads: certain }),
    visible: {
      count: count(workloads, ({ visibility }) => visibility === 'visible'),
      partly: count(workloads, ({ visibility }) => visibility === 'partly'),
      of: workloads.length + nearMisses.length,
    },
    pods: {
      ready: sum(certain.map(({ pods }) => pods.ready)),
      of: sum(certain.map(({ pods }) => pods.of)),
    },
    workloads,
    nearMisses: hidden,
    findings,
    // Nothing is checked by choice, so nothing is said to be open.
    gates: isOptedOut
      ? []
      : evaluateGates({
          entity,
          claim,
          settings,
          asked,
          clusters: known,
          workloads: [...matched, ...nearMisses],
        }),
    incomplete: incompleteClusters(clusters),
    clusters: known.map(clusterFreshness),
  };
}

function claimedEntity(entity: Entity, claim: EntityClaim): ClaimedEntity {
  const { name, annotations = {} } = entity.metadata;
  return { entityRef: stringifyEntityRef(entity), name, annotations, claim };
}

/** The workloads that a claim finds, and those that it should find. */
function workloadsOf(options: {
  entity: ClaimedEntity;
  facts: FactsView;
  catalog?: CatalogView;
  isIgnoredNamespace?: (namespace: string) => boolean;
}): { matched: MatchedWorkload[]; nearMisses: MatchedWorkload[] } {
  const { entity, facts, catalog, isIgnoredNamespace = () => false } = options;
  const { claim } = entity;
  const parsed = parseSelector(claim.query);
  if (parsed.kind === 'invalid') {
    return { matched: [], nearMisses: [] };
  }
  const { selector } = parsed;

  const matched = [...facts.workloadsMatching(selector)]
    .filter(
      ({ namespace }) => !claim.namespace || claim.namespace === namespace,
    )
    .filter(deployment => !deployment.isOptedOut)
    .map(deployment => matchWorkload({ deployment, selector, facts }))
    .filter(workload => workload !== undefined);
  const nearMisses = catalog
    ? nearMissesOf({
        entity,
        selector,
        matched,
        facts,
        catalog,
        isIgnoredNamespace,
      })
    : [];
  return { matched, nearMisses };
}

function findingsOfNearMisses(options: {
  claimed: ClaimedEntity | undefined;
  matched: readonly MatchedWorkload[];
  nearMisses: readonly MatchedWorkload[];
  now: Date;
}): Finding[] {
  const { claimed, matched, nearMisses, now } = options;
  const findings = nearMisses.flatMap(workload =>
    checkWorkload({ workload, now }),
  );
  const odd =
    claimed && checkOddClaim({ entity: claimed, matched, nearMisses });
  // One cause, one finding: the odd claim explains the labels, but not what crashes.
  return odd
    ? [odd, ...findings.filter(({ rule }) => !isContractRule(rule))]
    : findings;
}

function reportWorkload(options: {
  workload: MatchedWorkload;
  now: Date;
}): WorkloadReport {
  const { deployment, levels } = options.workload;
  const isVisible =
    levels.object.matches &&
    levels.podTemplate.matches &&
    levels.pods.matching === levels.pods.of;
  return {
    ref: refOfWorkload(deployment),
    visibility: isVisible ? 'visible' : 'partly',
    levels,
    pods: {
      ready: Math.min(deployment.readyReplicas, deployment.desiredReplicas),
      of: deployment.desiredReplicas,
    },
    health: healthOfWorkload(options),
  };
}

function reportNearMiss(options: {
  workload: MatchedWorkload;
  now: Date;
}): NearMissReport {
  const { ref, levels, pods, health } = reportWorkload(options);
  const { evidence, signs } = options.workload;
  return { ref, evidence, signs, levels, pods, health };
}

/** Whether a verdict can be given at all, and if not, why not. */
type Certainty = { readonly kind: 'certain' } | Undecided;

function certaintyOf(options: {
  claim: EntityClaim | undefined;
  isOptedOut: boolean;
  isBroken: boolean;
  clusters: readonly ClusterFreshness[];
  workloads: readonly WorkloadReport[];
}): Certainty {
  const { claim, isOptedOut, isBroken, clusters, workloads } = options;
  if (isOptedOut) {
    return { verdict: 'not-applicable', reason: 'opted-out' };
  }
  if (!claim) {
    return { verdict: 'not-applicable', reason: 'no-claim' };
  }
  if (isBroken) {
    return { verdict: 'not-applicable', reason: 'claim-broken' };
  }

  // A cluster that is not read matters only where it can change the answer: it had workloads of
  // this entity when it was last read, or nothing is known of the entity elsewhere.
  const clustersOf = new Set(workloads.map(({ ref }) => ref.cluster));
  const live = new Set(
    clusters.filter(({ state }) => state.kind === 'live').map(c => c.name),
  );
  const isKnownElsewhere = [...clustersOf].some(name => live.has(name));
  const missing = clusters.filter(
    ({ name }) =>
      !live.has(name) && (clustersOf.has(name) || !isKnownElsewhere),
  );
  if (missing.some(({ state }) => state.kind !== 'syncing')) {
    return { verdict: 'unknown', reason: 'cluster-not-read' };
  }
  if (missing.length > 0) {
    return { verdict: 'unknown', reason: 'syncing' };
  }

  return workloads.length === 0
    ? { verdict: 'not-applicable', reason: 'not-deployed' }
    : { kind: 'certain' };
}

function contractVerdict(options: {
  certainty: Certainty;
  findings: readonly Finding[];
}): ContractVerdict {
  const { certainty, findings } = options;
  const isViolated = findings.some(
    ({ rule, severity, evidence }) =>
      isContractRule(rule) && severity === 'error' && evidence !== 'weak',
  );
  if (isViolated) {
    return { verdict: 'violated' };
  }
  return 'verdict' in certainty ? certainty : { verdict: 'met' };
}

const WORST_FIRST = ['failing', 'progressing', 'healthy'] as const;

function isContractRule(rule: Finding['rule']): boolean {
  return allRules.some(
    ({ id, verdict }) => id === rule && verdict === 'contract',
  );
}

function healthVerdict(options: {
  certainty: Certainty;
  workloads: readonly Pick<WorkloadReport, 'health'>[];
}): HealthVerdict {
  const { certainty, workloads } = options;
  if (workloads.some(({ health }) => health === 'failing')) {
    return { verdict: 'failing' };
  }
  if ('verdict' in certainty) {
    return certainty;
  }
  const worst = WORST_FIRST.find(verdict =>
    workloads.some(({ health }) => health === verdict),
  );
  return { verdict: worst ?? 'nothing-running' };
}

function ownerOf(entity: Entity): string | undefined {
  return entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
    ?.targetRef;
}

function compareWorkloads(a: WorkloadReport, b: WorkloadReport): number {
  const rank = ({ visibility, health }: WorkloadReport) =>
    (visibility === 'visible' ? 2 : 0) + (health === 'failing' ? 0 : 1);
  return (
    rank(a) - rank(b) ||
    a.ref.cluster.localeCompare(b.ref.cluster, 'en') ||
    a.ref.namespace.localeCompare(b.ref.namespace, 'en') ||
    a.ref.name.localeCompare(b.ref.name, 'en')
  );
}

function count<T>(
  items: readonly T[],
  isCounted: (item: T) => boolean,
): number {
  return items.filter(isCounted).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
