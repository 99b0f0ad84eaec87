import { CatalogView } from '../claim/CatalogView';
import { ClaimedEntity } from '../claim/ClaimedEntity';
import { withLoss } from '../evidence/lossOf';
import { workloadsBeside } from '../evidence/workloadsBeside';
import { WorkloadKind } from '../facts/WorkloadFacts';
import { isKindOfWorkload } from '../gates/tabKinds';
import { FactsView } from '../match/FactsView';
import { HistoryView } from '../match/HistoryView';
import { MatchedWorkload } from '../match/MatchedWorkload';
import { matchWorkload } from '../match/matchWorkload';
import { WorkloadHint } from '../match/WorkloadHint';
import { parseSelector } from '../selector/parseSelector';
import { isWithoutItsController } from './isWithoutItsController';

/** The workloads that belong to an entity. */
export interface FoundWorkloads {
  /** Those that its claim finds. */
  readonly matched: readonly MatchedWorkload[];
  /** Those that it should find. */
  readonly nearMisses: readonly MatchedWorkload[];
  /** Those that may belong to it, by weak signs only. */
  readonly hints: readonly WorkloadHint[];
  /** Kinds of those that its claim finds a part of, and that are not known themselves. */
  readonly missingControllers: readonly WorkloadKind[];
}

/** What is found where nothing can be looked for. */
export const NOTHING_FOUND: FoundWorkloads = {
  matched: [],
  nearMisses: [],
  hints: [],
  missingControllers: [],
};

/** The workloads that a claim finds, and those that it should find. */
export function findWorkloads(options: {
  entity: ClaimedEntity;
  facts: FactsView;
  /** All clusters, those that the claim does not reach too. */
  everywhere: FactsView;
  catalog?: CatalogView;
  history?: HistoryView;
  isIgnoredNamespace: (namespace: string) => boolean;
}): FoundWorkloads {
  const { entity, facts, catalog, history } = options;
  const { claim } = entity;
  const parsed = parseSelector(claim.query);
  if (parsed.kind === 'invalid') {
    return NOTHING_FOUND;
  }
  const { selector } = parsed;
  const clusters = [...options.everywhere.clusters()];

  const inPlace = [...facts.workloadsMatching(selector)]
    .filter(
      ({ namespace }) => !claim.namespace || claim.namespace === namespace,
    )
    .filter(workload => !workload.isOptedOut);
  const matched = inPlace
    .filter(workload => !isWithoutItsController(workload, clusters))
    .map(workload => matchWorkload({ workload, selector, facts }))
    .filter(workload => workload !== undefined)
    .map(workload => withLoss(workload, history))
    .sort(comparePlaces);
  const beside = catalog
    ? workloadsBeside({ ...options, catalog, selector, matched })
    : NOTHING_FOUND;
  const isJudged = ({ facts: found }: WorkloadHint) =>
    !isWithoutItsController(found, clusters);
  const nearMisses = beside.nearMisses.filter(isJudged).sort(comparePlaces);
  const hints = beside.hints.filter(isJudged).sort(comparePlaces);
  const missingControllers = inPlace
    .filter(workload => isWithoutItsController(workload, clusters))
    .map(({ controllerKind }) => controllerKind)
    .filter(isKindOfWorkload);
  return { matched, nearMisses, hints, missingControllers };
}

/** Facts come in any order; whoever reads a report twice finds everything where it was. */
function comparePlaces(a: WorkloadHint, b: WorkloadHint): number {
  const keys = ['cluster', 'namespace', 'name', 'kind', 'uid'] as const;
  return keys
    .map(key => a.facts[key].localeCompare(b.facts[key], 'en'))
    .reduce((result, order) => result || order, 0);
}
