import {
  EntityClaim,
  HistoryTransition,
  Labels,
  matchesRequirement,
  matchesSelector,
  parseSelector,
  Selector,
  WorkloadTransition,
} from '@portal-operations/plugin-label-contract-common';
import { changedLabels, Observation } from './Observation';
import { StoredTransition } from './rows';

/** A claim as it was for some time. */
export interface ClaimPeriod {
  /** Undefined where the entity claimed nothing. */
  readonly claim?: EntityClaim;
  /** When it ended, ISO 8601; undefined for the present one. */
  readonly until?: string;
}

/**
 * What transitions of workloads mean for an entity that claimed what it claimed at the time: which
 * workload began to match, or ceased to, at which level.
 *
 * @param options - `periods`: the newest first. `clusters`: those that the entity's claim reaches; all
 * where undefined.
 */
export function transitionsOfEntity(options: {
  transitions: readonly StoredTransition[];
  periods: readonly ClaimPeriod[];
  clusters?: readonly string[];
}): HistoryTransition[] {
  const { transitions, periods, clusters } = options;
  const selectors = new Map(
    periods.map(({ claim }) => [claim?.query, claim && selectorOf(claim)]),
  );
  return transitions.flatMap(transition => {
    const claim = claimAt(periods, transition.between.to);
    const selector = selectors.get(claim?.query);
    const { cluster, namespace } = transition.workload;
    const isInPlace =
      (!claim?.namespace || claim.namespace === namespace) &&
      (!clusters || clusters.includes(cluster));
    return selector && isInPlace ? meaningOf(transition, selector) : [];
  });
}

/** The parsed query of a claim; undefined for one that is refused or finds everything. */
export function selectorOf(claim: EntityClaim): Selector | undefined {
  const parsed = parseSelector(claim.query);
  return parsed.kind === 'invalid' || parsed.selector.length === 0
    ? undefined
    : parsed.selector;
}

function claimAt(
  periods: readonly ClaimPeriod[],
  time: string,
): EntityClaim | undefined {
  const later = periods.filter(
    ({ until }) => until === undefined || time < until,
  );
  return later.at(-1)?.claim;
}

function meaningOf(
  transition: StoredTransition,
  selector: Selector,
): WorkloadTransition[] {
  const { before, after, between, workload } = transition;
  const { cluster, uid, kind, namespace, name, keys } = workload;
  const ref = { cluster, namespace, kind, name, uid };
  if (!before || !after) {
    const known = before ?? after;
    const levels = Object.values(known?.labels ?? {});
    const found = levels.some(labels => matchesSelector(labels, selector));
    if (!found) {
      return [];
    }
    return before
      ? [{ kind: 'left', workload: ref, because: { id: 'deleted' }, between }]
      : [
          {
            kind: 'entered',
            workload: ref,
            because: { id: 'created' },
            between,
          },
        ];
  }
  // Of a key that nobody looked at before, nobody knows what it was.
  if (selector.some(({ key }) => !keys.includes(key))) {
    return [];
  }

  const changes = changedLabels(before.labels, after.labels, keys);
  return [...new Set(changes.map(({ level }) => level))].flatMap(level => {
    const was: Labels = before.labels[level] ?? {};
    const is: Labels = after.labels[level] ?? {};
    const didMatch = matchesSelector(was, selector);
    const doesMatch = matchesSelector(is, selector);
    const decisive = selector.find(
      requirement =>
        matchesRequirement(was, requirement) !==
        matchesRequirement(is, requirement),
    );
    if (didMatch === doesMatch || !decisive) {
      return [];
    }
    const { key } = decisive;
    return [
      {
        kind: doesMatch ? ('entered' as const) : ('left' as const),
        workload: ref,
        because: {
          id: 'label' as const,
          level,
          key,
          was: was[key],
          is: is[key],
          manager: managerOf(after, { level, key }),
        },
        between,
      },
    ];
  });
}

/** Of a label that is gone, nobody is recorded. */
function managerOf(
  { labels, managers }: Observation,
  { level, key }: { level: keyof Observation['labels']; key: string },
): string | undefined {
  return labels[level]?.[key] === undefined
    ? undefined
    : managers[level]?.[key];
}
