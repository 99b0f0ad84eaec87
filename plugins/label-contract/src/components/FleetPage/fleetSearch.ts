import {
  ActingDesk,
  ContractState,
  FleetQuery,
  FleetSort,
  HealthState,
  UnclaimedQuery,
} from '@portal-operations/plugin-label-contract-common';

/** Views of the fleet page. */
export const FLEET_TABS = ['services', 'unclaimed', 'clusters'] as const;

/** One view of the fleet page. */
export type FleetTab = (typeof FLEET_TABS)[number];

/** What the fleet page shows, as its address says it. */
export interface FleetSearch {
  readonly tab: FleetTab;
  readonly services: FleetQuery;
  readonly unclaimed: UnclaimedQuery;
}

/** Verdicts on the contract, the worst first. */
export const CONTRACT_STATES: readonly ContractState[] = [
  'violated',
  'unknown',
  'met',
  'not-applicable',
  'ignored',
];

/** Verdicts on the health, the worst first. */
export const HEALTH_STATES: readonly HealthState[] = [
  'failing',
  'progressing',
  'unknown',
  'healthy',
  'nothing-running',
  'not-applicable',
];

/** Who can have to act. */
export const ACTING_DESKS: readonly ActingDesk[] = ['ops', 'team', 'catalog'];

const SORTS: readonly FleetSort[] = [
  'worst',
  'name',
  'owner',
  'contract',
  'health',
  'visible',
];

const ORDERS = ['asc', 'desc'] as const;

/** So that the filters of one view are still there when the reader comes back from another. */
const UNCLAIMED_PREFIX = 'unclaimed.';

/** What an address asks for. Whatever it says that does not exist is left out. */
export function parseFleetSearch(params: URLSearchParams): FleetSearch {
  const all = (key: string) => {
    const values = params.getAll(key).filter(value => value !== '');
    return values.length > 0 ? values : undefined;
  };
  const known = <Value extends string>(
    key: string,
    values: readonly Value[],
  ) => {
    const named = params.getAll(key);
    const found = values.filter(value => named.includes(value));
    return found.length > 0 ? found : undefined;
  };
  const text = (key: string) => params.get(key) || undefined;
  return {
    tab: known('tab', FLEET_TABS)?.[0] ?? 'services',
    services: {
      owner: all('owner'),
      system: all('system'),
      lifecycle: all('lifecycle'),
      cluster: all('cluster'),
      contract: known('contract', CONTRACT_STATES),
      health: known('health', HEALTH_STATES),
      acts: known('acts', ACTING_DESKS),
      search: text('search'),
      sort: known('sort', SORTS)?.[0],
      order: known('order', ORDERS)?.[0],
      cursor: text('cursor'),
    },
    unclaimed: {
      cluster: all(`${UNCLAIMED_PREFIX}cluster`),
      namespace: all(`${UNCLAIMED_PREFIX}namespace`),
      search: text(`${UNCLAIMED_PREFIX}search`),
      cursor: text(`${UNCLAIMED_PREFIX}cursor`),
    },
  };
}

/** The address of what is shown, as short as can be: nothing that goes without saying. */
export function formatFleetSearch(search: FleetSearch): URLSearchParams {
  const { tab, services, unclaimed } = search;
  const { sort, order, ...filters } = services;
  const params = new URLSearchParams();
  if (tab !== 'services') {
    params.set('tab', tab);
  }
  appendAll(params, '', {
    ...filters,
    sort: sort === 'worst' ? undefined : sort,
    order: order === 'asc' ? undefined : order,
  });
  appendAll(params, UNCLAIMED_PREFIX, { ...unclaimed });
  return params;
}

function appendAll(
  params: URLSearchParams,
  prefix: string,
  query: Readonly<
    Record<string, string | number | readonly string[] | undefined>
  >,
) {
  for (const [key, values] of Object.entries(query)) {
    [values ?? []]
      .flat()
      .filter(value => value !== '')
      .forEach(value => params.append(`${prefix}${key}`, String(value)));
  }
}
