import { Entity } from '@backstage/catalog-model';
import { CatalogView } from '../claim/CatalogView';
import { checkedEntity, isClaimed } from '../claim/ClaimedEntity';
import { askedClusters } from '../gates/askedClusters';
import { evaluateGates, failsForAll } from '../gates/evaluateGates';
import { hiddenBecause } from '../gates/hiddenBecause';
import {
  DEFAULT_KUBERNETES_TAB_SETTINGS,
  KubernetesTabSettings,
} from '../gates/KubernetesTabSettings';
import { factsOfClusters } from '../match/factsOfClusters';
import { FactsView } from '../match/FactsView';
import { HistoryView } from '../match/HistoryView';
import { checkClaim, isClaimBroken } from '../rules/checkClaim';
import { checkEntity } from '../rules/checkEntity';
import { compareFindings } from '../rules/compareFindings';
import { Finding } from '../rules/Finding';
import { WorkloadCheck } from '../rules/Rule';
import { accessFindings } from './accessFindings';
import { certaintyOf } from './certaintyOf';
import { clusterFreshness } from './clusterFreshness';
import { podsOf, visibleOf } from './countsOf';
import { EntityReport, MOST_HINTS } from './EntityReport';
import { findingsOfWorkloads } from './findingsOfWorkloads';
import { FoundWorkloads, findWorkloads, NOTHING_FOUND } from './findWorkloads';
import { incompleteClusters } from './incompleteClusters';
import { notChecked } from './notChecked';
import {
  compareWorkloads,
  reportHint,
  reportNearMiss,
  reportWorkload,
} from './reportWorkload';
import { contractVerdict, healthVerdict } from './verdictsOf';

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
  /** What is remembered of the past. */
  history?: HistoryView;
  /** Namespaces in which nothing is anybody's near miss; none by default. */
  isIgnoredNamespace?: (namespace: string) => boolean;
  /** Whether the reader may see another entity, so that the report may name it; none by default. */
  mayNameEntity?: (entityRef: string) => boolean;
  /** How the Kubernetes plugin is configured; its own defaults where absent. */
  settings?: KubernetesTabSettings;
}): EntityReport {
  const {
    now,
    catalog,
    history,
    settings = DEFAULT_KUBERNETES_TAB_SETTINGS,
    isIgnoredNamespace = () => false,
    mayNameEntity = () => false,
  } = options;
  const entity = checkedEntity(options.entity);
  const known = [...options.facts.clusters()];
  const asked = askedClusters({
    entity: options.entity,
    settings,
    known: known.map(({ name }) => name),
  });
  // What the tab does not ask for is no claimed place, whatever labels stand there.
  const facts = factsOfClusters(options.facts, asked.clusters);
  const clusters = [...facts.clusters()];

  const claimed = isClaimed(entity) && !entity.isOptedOut ? entity : undefined;
  const claimFindings = claimed
    ? checkClaim({
        entity: claimed,
        facts: options.facts,
        choice: asked.choice,
        asked: asked.clusters,
        catalog,
        history,
      })
    : [];
  const isBroken = isClaimBroken(claimFindings);
  const found: FoundWorkloads =
    claimed && !isBroken
      ? findWorkloads({
          entity: claimed,
          facts,
          everywhere: options.facts,
          catalog,
          history,
          isIgnoredNamespace,
        })
      : NOTHING_FOUND;
  const aboutWorkload = (
    workload: WorkloadCheck['workload'],
  ): WorkloadCheck => ({ workload, now, facts, history });
  const freshness = known.map(clusterFreshness);
  const gates = evaluateGates({
    entity: options.entity,
    claim: entity.claim,
    settings,
    asked,
    clusters: known,
    workloads: [...found.matched, ...found.nearMisses],
    silent: new Set(
      freshness
        .filter(({ state }) => state.kind === 'stale')
        .map(({ name }) => name),
    ),
  });
  const doesTabFail = failsForAll(gates);
  const workloads = found.matched
    .map(workload =>
      reportWorkload({
        ...aboutWorkload(workload),
        hiddenBecause: hiddenBecause({
          workload,
          settings,
          clusters,
          doesTabFail,
        }),
      }),
    )
    .sort(compareWorkloads);
  const hidden = found.nearMisses.map(workload =>
    reportNearMiss(aboutWorkload(workload)),
  );
  // Where the claim reaches no cluster, all of them have to be read to say that nothing is lost.
  const decisive = clusters.length > 0 ? clusters : known;
  const certainty = certaintyOf({
    entity,
    isBroken,
    clusters: decisive,
    namesClusters: asked.choice.id !== 'all',
    ...found,
    hidden: found.nearMisses.filter(({ evidence }) => evidence === 'exact'),
    lastMatchedAt: history?.lastMatched(entity.entityRef)?.until,
  });

  const asAWhole = entity.isOptedOut
    ? { findings: [], explained: [] }
    : checkEntity({
        entity,
        ...found,
        facts: claimed ? facts : options.facts,
        everywhere: options.facts,
        catalog,
        history,
        settings,
        isIgnoredNamespace,
        isBroken,
        mayNameEntity,
        isEverythingRead: certainty.contract.verdict !== 'unknown',
        now,
      });

  const findings: Finding[] = [
    ...claimFindings,
    ...asAWhole.findings,
    ...findingsOfWorkloads({
      claimed,
      found,
      explained: asAWhole.explained,
      aboutWorkload,
    }),
  ].sort(compareFindings);

  // What certainly belongs to the entity is judged by its health, seen in the tab or not.
  const certain = [
    ...workloads,
    ...hidden.filter(({ evidence }) => evidence === 'exact'),
  ];
  return {
    entityRef: entity.entityRef,
    entityOwner: entity.owner,
    claim: entity.claim,
    contract: contractVerdict({
      certainty: certainty.contract,
      findings,
      workloads,
    }),
    health: healthVerdict({
      certainty: certainty.health,
      workloads: certain,
    }),
    visible: visibleOf(workloads, hidden),
    pods: podsOf(certain),
    workloads,
    nearMisses: hidden,
    hints: found.hints.slice(0, MOST_HINTS).map(reportHint),
    findings,
    // Nothing is checked by choice, so nothing is said to be open.
    gates: entity.isOptedOut ? [] : gates,
    notChecked: claimed
      ? notChecked({
          clusters,
          matched: found.matched.map(aboutWorkload),
          hasHistory: history !== undefined,
        })
      : [],
    incomplete: incompleteClusters(clusters, found),
    // Nothing is checked by choice, so nothing has to be granted either.
    access: entity.isOptedOut
      ? []
      : accessFindings({
          clusters: decisive,
          incomplete: incompleteClusters(decisive, found),
          settings,
          now,
        }),
    clusters: freshness,
  };
}
