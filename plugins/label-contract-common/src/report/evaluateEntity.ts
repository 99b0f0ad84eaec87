import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { LABEL_CONTRACT } from '../annotations';
import { claimOfEntity } from '../claim/claimOfEntity';
import { EntityClaim } from '../claim/EntityClaim';
import { FactsView } from '../match/FactsView';
import { refOfWorkload } from '../facts/WorkloadRef';
import { allRules } from '../rules/allRules';
import { checkClaim, isClaimBroken } from '../rules/checkClaim';
import { checkWorkload } from '../rules/checkWorkload';
import { compareFindings } from '../rules/compareFindings';
import { ClaimFinding, Finding } from '../rules/Finding';
import { parseSelector } from '../selector/parseSelector';
import { clusterFreshness, incompleteClusters } from './clusterFreshness';
import {
  ClusterFreshness,
  ContractVerdict,
  EntityReport,
  HealthVerdict,
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
}): EntityReport {
  const { entity, facts, now } = options;
  const claim = claimOfEntity(entity);
  const clusters = [...facts.clusters()].map(clusterFreshness);
  const isOptedOut = entity.metadata.annotations?.[LABEL_CONTRACT] === 'ignore';

  const claimFindings =
    claim && !isOptedOut ? findingsOfClaim({ entity, claim, facts }) : [];
  const isBroken = isClaimBroken(claimFindings);
  const matched =
    claim && !isOptedOut && !isBroken ? matchedWorkloads({ claim, facts }) : [];
  const findings: Finding[] = [
    ...claimFindings,
    ...matched.flatMap(workload => checkWorkload({ workload, now })),
  ].sort(compareFindings);
  const workloads = matched
    .map(workload => reportWorkload({ workload, now }))
    .sort(compareWorkloads);

  const certainty = certaintyOf({
    claim,
    isOptedOut,
    isBroken,
    clusters,
    workloads,
  });

  return {
    entityRef: stringifyEntityRef(entity),
    entityOwner: ownerOf(entity),
    claim,
    contract: contractVerdict({ certainty, findings }),
    health: healthVerdict({ certainty, workloads }),
    visible: {
      count: count(workloads, ({ visibility }) => visibility === 'visible'),
      partly: count(workloads, ({ visibility }) => visibility === 'partly'),
      of: workloads.length,
    },
    pods: {
      ready: sum(workloads.map(({ pods }) => pods.ready)),
      of: sum(workloads.map(({ pods }) => pods.of)),
    },
    workloads,
    findings,
    incomplete: incompleteClusters(clusters),
    clusters,
  };
}

function findingsOfClaim(options: {
  entity: Entity;
  claim: EntityClaim;
  facts: FactsView;
}): ClaimFinding[] {
  const { entity, claim, facts } = options;
  const { name, annotations = {} } = entity.metadata;
  const entityRef = stringifyEntityRef(entity);
  return checkClaim({ entity: { entityRef, name, annotations, claim }, facts });
}

function matchedWorkloads(options: {
  claim: EntityClaim;
  facts: FactsView;
}): MatchedWorkload[] {
  const { claim, facts } = options;
  const parsed = parseSelector(claim.query);
  if (parsed.kind === 'invalid') {
    return [];
  }
  const { selector } = parsed;
  return [...facts.workloadsMatching(selector)]
    .filter(
      ({ namespace }) => !claim.namespace || claim.namespace === namespace,
    )
    .filter(deployment => !deployment.isOptedOut)
    .map(deployment => matchWorkload({ deployment, selector, facts }))
    .filter(workload => workload !== undefined);
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

/** Whether a verdict can be given at all, and if not, why not. */
type Certainty =
  | { readonly kind: 'certain' }
  | Extract<ContractVerdict, { verdict: 'not-applicable' | 'unknown' }>;

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
  const contractRules = new Set(
    allRules.filter(rule => rule.verdict === 'contract').map(rule => rule.id),
  );
  const isViolated = findings.some(
    ({ rule, severity, evidence }) =>
      contractRules.has(rule) && severity === 'error' && evidence !== 'weak',
  );
  if (isViolated) {
    return { verdict: 'violated' };
  }
  return 'verdict' in certainty ? certainty : { verdict: 'met' };
}

const WORST_FIRST = ['failing', 'progressing', 'healthy'] as const;

function healthVerdict(options: {
  certainty: Certainty;
  workloads: readonly WorkloadReport[];
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
