import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  FleetFacets,
  FleetQuery,
} from '@portal-operations/plugin-label-contract-common';
import { Export } from '../../hooks/useExport';
import { labelContractTranslationRef } from '../../translation';
import {
  markOfContractState,
  markOfHealthState,
} from '../../words/describeVerdictState';
import { nameOfRef } from '../../words/nameOfRef';
import { FilterBar } from '../FilterBar/FilterBar';
import { FilterMenuProps, FilterOption } from '../FilterBar/FilterMenu';
import { CONTRACT_STATES, HEALTH_STATES } from '../FleetPage/fleetSearch';

/** Whether a query leaves anything out. */
export function hasFilters(query: FleetQuery): boolean {
  const { sort, order, limit, cursor, ...filters } = query;
  return Object.values(filters).some(
    filter => filter !== undefined && filter.length > 0,
  );
}

const optionOf = (value: string): FilterOption => ({ value, label: value });

/** Two of one name are told apart by the whole ref. */
function optionsOfRefs(refs: readonly string[]): FilterOption[] {
  const names = refs.map(nameOfRef);
  return refs.map((value, index) => {
    const name = names[index] ?? value;
    const isAlone = names.filter(other => other === name).length === 1;
    return { value, label: isAlone ? name : value };
  });
}

/** Keeps of the known values those that are chosen: menus speak of strings. */
function chosenOf<Value extends string>(
  values: readonly Value[],
  chosen: readonly string[],
): Value[] {
  return values.filter(value => chosen.includes(value));
}

/** Props of {@link FleetFilters}. */
export interface FleetFiltersProps {
  readonly facets: FleetFacets;
  readonly query: FleetQuery;
  readonly onQuery: (
    query: FleetQuery,
    options?: { isTyped?: boolean },
  ) => void;
  readonly table: Export;
  /** Services that the filters leave. */
  readonly count: number;
  readonly isNarrow: boolean;
}

/** Search and filters of the services. A change of any begins on the first page. */
export function FleetFilters(props: FleetFiltersProps) {
  const { facets, query, onQuery, table, count, isNarrow } = props;
  const { t } = useTranslationRef(labelContractTranslationRef);
  const refine = (change: FleetQuery, options?: { isTyped: boolean }) =>
    onQuery({ ...query, ...change, cursor: undefined }, options);
  const filters: FilterMenuProps[] = [
    {
      name: t('fleetFilter.owner'),
      options: optionsOfRefs(facets.owner),
      chosen: query.owner ?? [],
      onChoose: owner => refine({ owner }),
    },
    {
      name: t('fleetFilter.system'),
      options: optionsOfRefs(facets.system),
      chosen: query.system ?? [],
      onChoose: system => refine({ system }),
    },
    {
      name: t('fleetFilter.lifecycle'),
      options: facets.lifecycle.map(optionOf),
      chosen: query.lifecycle ?? [],
      onChoose: lifecycle => refine({ lifecycle }),
    },
    {
      name: t('fleetFilter.cluster'),
      options: facets.cluster.map(optionOf),
      chosen: query.cluster ?? [],
      onChoose: cluster => refine({ cluster }),
    },
    {
      name: t('verdict.contract'),
      options: CONTRACT_STATES.map(value => ({
        value,
        label: markOfContractState(value, t).word,
      })),
      chosen: query.contract ?? [],
      onChoose: chosen =>
        refine({ contract: chosenOf(CONTRACT_STATES, chosen) }),
    },
    {
      name: t('verdict.health'),
      options: HEALTH_STATES.map(value => ({
        value,
        label: markOfHealthState(value, t).word,
      })),
      chosen: query.health ?? [],
      onChoose: chosen => refine({ health: chosenOf(HEALTH_STATES, chosen) }),
    },
  ];
  return (
    <FilterBar
      search={{
        label: t('fleetFilter.search'),
        value: query.search ?? '',
        onChange: search => refine({ search }, { isTyped: true }),
      }}
      filters={filters}
      table={table}
      count={count}
      isNarrow={isNarrow}
    />
  );
}
