import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  FleetQuery,
  FleetReport,
  FleetSort,
  KUBERNETES_ID,
  labelContractReportReadPermission,
} from '@portal-operations/plugin-label-contract-common';
import { lastOf } from '../../hooks/liveState';
import { Export } from '../../hooks/useExport';
import { Live } from '../../hooks/useLive';
import { useLiveRows } from '../../hooks/useLiveRows';
import { Translate, labelContractTranslationRef } from '../../translation';
import { CopyBlock } from '../CopyBlock/CopyBlock';
import { FleetFilters, hasFilters } from '../FleetFilters/FleetFilters';
import { FleetNotice } from '../FleetNotice/FleetNotice';
import { FleetTotals } from '../FleetTotals/FleetTotals';
import { Pager } from '../Pager/Pager';
import { Table } from '../Table/Table';
import { ChangedRows } from '../FleetList/ChangedRows';
import { EmptyList } from '../FleetList/EmptyList';
import { ListSkeleton } from '../FleetList/ListSkeleton';
import { Sheet } from '../FleetList/Sheet';
import { useServiceColumns } from './useServiceColumns';

const NO_ROWS: FleetReport['items'] = [];

/** Props of {@link FleetServices}. */
export interface FleetServicesProps {
  readonly live: Live<FleetReport>;
  readonly query: FleetQuery;
  readonly onQuery: (
    query: FleetQuery,
    options?: { isTyped?: boolean },
  ) => void;
  readonly table: Export;
  readonly isNarrow: boolean;
}

/** The services of the fleet, worst first: who has something to do, and what. */
export function FleetServices(props: FleetServicesProps) {
  const { live, query, onQuery, table, isNarrow } = props;
  const { t } = useTranslationRef(labelContractTranslationRef);
  const { state, isBehind, refresh } = live;
  const last = lastOf(state);
  const fleet = last?.body;
  const isOld = state.kind === 'failed';
  const { rows, gone, changed, show } = useLiveRows({
    key: JSON.stringify(query),
    isBehind,
    rows: fleet?.items ?? NO_ROWS,
    idOf: ({ entityRef }) => entityRef,
  });
  const columns = useServiceColumns({
    query,
    onSort: order => onQuery({ ...query, ...order, cursor: undefined }),
    isOld: ({ entityRef }) => isOld || gone.has(entityRef),
    isNarrow,
  });
  const clear = () => onQuery({ sort: query.sort, order: query.order });
  return (
    <>
      {state.kind === 'loading' && <ListSkeleton />}
      <FleetNotice
        state={state}
        permission={labelContractReportReadPermission.name}
        onRetry={refresh}
      />
      {fleet && fleet.unfilteredItems === 0 && (
        <EmptyList title={t('fleetRow.empty')}>
          <CopyBlock
            how={t('fleetRow.emptyHow')}
            text={`${KUBERNETES_ID}: …`}
          />
        </EmptyList>
      )}
      {fleet && fleet.unfilteredItems > 0 && (
        <>
          <FleetTotals
            totals={fleet.totals}
            query={query}
            onFilter={change =>
              onQuery({ ...query, ...change, cursor: undefined })
            }
            isNarrow={isNarrow}
            isOld={isOld}
          />
          <FleetFilters
            facets={fleet.facets}
            query={query}
            onQuery={onQuery}
            table={table}
            count={fleet.totalItems}
            isNarrow={isNarrow}
          />
          <Sheet label={t('fleet.services')} isBusy={isBehind}>
            <ChangedRows count={changed} onShow={show} />
            {rows.length === 0 ? (
              <EmptyList
                title={t('fleetRow.noMatch')}
                onClear={hasFilters(query) ? clear : undefined}
              />
            ) : (
              <Table
                label={t('fleet.services')}
                columns={columns}
                rows={rows}
                keyOf={({ entityRef }) => entityRef}
                isNarrow={isNarrow}
              />
            )}
            {fleet.items.length > 0 && (
              <Pager
                page={fleet}
                order={describeOrder(query.sort, t)}
                onPage={cursor => onQuery({ ...query, cursor })}
              />
            )}
          </Sheet>
        </>
      )}
    </>
  );
}

function describeOrder(sort: FleetSort = 'worst', t: Translate): string {
  switch (sort) {
    case 'worst':
      return t('fleetRow.worstFirst');
    case 'name':
      return t('fleetRow.byName');
    case 'owner':
      return t('fleetRow.byOwner');
    case 'contract':
      return t('fleetRow.byContract');
    case 'health':
      return t('fleetRow.byHealth');
    case 'visible':
      return t('fleetRow.byVisible');
    default:
      return sort satisfies never;
  }
}
