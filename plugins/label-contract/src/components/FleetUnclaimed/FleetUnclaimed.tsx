import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  UnclaimedQuery,
  UnclaimedReport,
  UnclaimedWorkload,
  labelContractWorkloadReadPermission,
} from '@portal-operations/plugin-label-contract-common';
import { lastOf } from '../../hooks/liveState';
import { Export } from '../../hooks/useExport';
import { Live } from '../../hooks/useLive';
import { useLiveRows } from '../../hooks/useLiveRows';
import { labelContractTranslationRef } from '../../translation';
import { FilterBar } from '../FilterBar/FilterBar';
import { FleetNotice } from '../FleetNotice/FleetNotice';
import { ChangedRows } from '../FleetList/ChangedRows';
import { EmptyList } from '../FleetList/EmptyList';
import { ListSkeleton } from '../FleetList/ListSkeleton';
import { Sheet } from '../FleetList/Sheet';
import { Pager } from '../Pager/Pager';
import { Table } from '../Table/Table';
import { useUnclaimedColumns } from './useUnclaimedColumns';

const useStyles = makeStyles(
  theme => ({
    intro: {
      margin: 0,
      fontSize: 14,
      lineHeight: '20px',
      color: theme.palette.text.primary,
    },
  }),
  { name: 'LabelContractFleetUnclaimed' },
);

const NO_ROWS: UnclaimedReport['items'] = [];

/** Props of {@link FleetUnclaimed}. */
export interface FleetUnclaimedProps {
  readonly live: Live<UnclaimedReport>;
  readonly query: UnclaimedQuery;
  readonly onQuery: (
    query: UnclaimedQuery,
    options?: { isTyped?: boolean },
  ) => void;
  readonly table: Export;
  readonly isNarrow: boolean;
}

/** Workloads that carry a contract label which no service claims, and to whom they may belong. */
export function FleetUnclaimed(props: FleetUnclaimedProps) {
  const { live, query, onQuery, table, isNarrow } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const { state, isBehind, refresh } = live;
  const report = lastOf(state)?.body;
  const { rows, changed, show } = useLiveRows({
    key: JSON.stringify(query),
    isBehind,
    rows: report?.items ?? NO_ROWS,
    idOf: idOfWorkload,
  });
  const columns = useUnclaimedColumns();
  const refine = (change: UnclaimedQuery, options?: { isTyped: boolean }) =>
    onQuery({ ...query, ...change, cursor: undefined }, options);
  return (
    <>
      {state.kind === 'loading' && <ListSkeleton />}
      <FleetNotice
        state={state}
        permission={labelContractWorkloadReadPermission.name}
        onRetry={refresh}
      />
      {report && report.unfilteredItems === 0 && (
        <EmptyList title={t('unclaimedRow.empty')} />
      )}
      {report && report.unfilteredItems > 0 && (
        <>
          <p className={classes.intro}>{t('unclaimedRow.intro')}</p>
          <FilterBar
            search={{
              label: t('unclaimedRow.search'),
              value: query.search ?? '',
              onChange: search => refine({ search }, { isTyped: true }),
            }}
            filters={[
              {
                name: t('fleetFilter.cluster'),
                options: report.facets.cluster.map(value => ({
                  value,
                  label: value,
                })),
                chosen: query.cluster ?? [],
                onChoose: cluster => refine({ cluster }),
              },
              {
                name: t('fleetFilter.namespace'),
                options: report.facets.namespace.map(value => ({
                  value,
                  label: value,
                })),
                chosen: query.namespace ?? [],
                onChoose: namespace => refine({ namespace }),
              },
            ]}
            table={table}
            count={report.totalItems}
            isNarrow={isNarrow}
          />
          <Sheet label={t('fleet.unclaimed')} isBusy={isBehind}>
            <ChangedRows count={changed} onShow={show} />
            {rows.length === 0 ? (
              <EmptyList
                title={t('unclaimedRow.noMatch')}
                onClear={() => onQuery({})}
              />
            ) : (
              <Table
                label={t('fleet.unclaimed')}
                columns={columns}
                rows={rows}
                keyOf={idOfWorkload}
                isNarrow={isNarrow}
              />
            )}
            {report.items.length > 0 && (
              <Pager
                page={report}
                order={t('unclaimedRow.order')}
                onPage={cursor => onQuery({ ...query, cursor })}
              />
            )}
          </Sheet>
        </>
      )}
    </>
  );
}

function idOfWorkload({ ref }: UnclaimedWorkload): string {
  return `${ref.cluster}/${ref.uid}`;
}
