import { contractStateOf } from './contractStateOf';
import { EntitySummary } from './EntitySummary';
import {
  ContractState,
  FleetQuery,
  FleetSort,
  HealthState,
} from './FleetQuery';
import { nameOfRef } from './nameOfRef';
import { compareSortKeys, SortKey } from './SortKey';

const CONTRACTS: readonly ContractState[] = [
  'violated',
  'unknown',
  'met',
  'not-applicable',
  'ignored',
];

const HEALTHS: readonly HealthState[] = [
  'failing',
  'unknown',
  'progressing',
  'healthy',
  'nothing-running',
  'not-applicable',
];

/** What an entity is sorted by; undefined where it has nothing of that sort. */
const VALUES: Readonly<
  Record<FleetSort, (summary: EntitySummary) => string | number | undefined>
> = {
  worst: rankOf,
  name: shownName,
  owner: ({ owner }) => (owner === undefined ? undefined : nameOfRef(owner)),
  contract: summary => CONTRACTS.indexOf(contractStateOf(summary)),
  health: summary =>
    contractStateOf(summary) === 'ignored'
      ? undefined
      : HEALTHS.indexOf(summary.health.verdict),
  visible: ({ visible }) =>
    visible.of === 0 ? undefined : visible.count / visible.of,
};

/**
 * Where an entity stands in a fleet that is sorted so.
 *
 * @public
 */
export function sortKeyOfSummary(
  summary: EntitySummary,
  sort: FleetSort = 'worst',
): SortKey {
  const by = VALUES[sort](summary);
  return {
    isLast: by === undefined,
    by: by ?? 0,
    name: shownName(summary),
    id: summary.entityRef,
  };
}

/**
 * Compares entities of a fleet; the worst come first where nothing else is asked for.
 *
 * @public
 */
export function compareSummaries(
  a: EntitySummary,
  b: EntitySummary,
  { sort, order }: Pick<FleetQuery, 'sort' | 'order'> = {},
): number {
  return compareSortKeys(
    sortKeyOfSummary(a, sort),
    sortKeyOfSummary(b, sort),
    order,
  );
}

/** How soon somebody should look: 0 first. */
function rankOf(summary: EntitySummary): number {
  const { contract, health, findings } = summary;
  const isEither = (verdict: (typeof contract | typeof health)['verdict']) =>
    contract.verdict === verdict || health.verdict === verdict;
  const needs: readonly boolean[] = [
    isEither('violated'),
    isEither('failing'),
    isEither('unknown'),
    Object.values(findings).some(count => count > 0),
    isEither('progressing'),
    health.verdict === 'healthy',
    health.verdict === 'nothing-running',
    contractStateOf(summary) !== 'ignored',
  ];
  const first = needs.indexOf(true);
  return first === -1 ? needs.length : first;
}

function shownName({ entityRef, title }: EntitySummary): string {
  return title ?? nameOfRef(entityRef);
}
