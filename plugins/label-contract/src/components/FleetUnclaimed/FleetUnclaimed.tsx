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
import { describeSign } from '../../words/describeSign';
import { nameOfRef } from '../../words/nameOfRef';
import { Code } from '../Code/Code';
import { FilterBar } from '../FilterBar/FilterBar';
import { FleetNotice } from '../FleetNotice/FleetNotice';
import { ChangedRows } from '../FleetServices/ChangedRows';
import { EmptyList } from '../FleetServices/EmptyList';
import { ListSkeleton } from '../FleetServices/ListSkeleton';
import { Sheet } from '../FleetServices/Sheet';
import { Pager } from '../Pager/Pager';
import { ServiceLink } from '../ServiceLink/ServiceLink';
import { Table, TableColumn } from '../Table/Table';
import { mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    intro: {
      margin: 0,
      fontSize: 14,
      lineHeight: '20px',
      color: theme.palette.text.primary,
    },
    name: { fontWeight: 700 },
    small: {
      display: 'block',
      fontSize: 12,
      lineHeight: '16px',
      color: mutedColor(theme),
    },
    muted: { color: mutedColor(theme) },
    signs: { margin: 0, padding: 0, listStyle: 'none' },
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

function useUnclaimedColumns(): readonly TableColumn<UnclaimedWorkload>[] {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  return [
    {
      id: 'value',
      title: t('unclaimedRow.value'),
      isWide: true,
      cell: ({ value, key }) => (
        <span title={key}>
          <Code>{value}</Code>
        </span>
      ),
    },
    {
      id: 'workload',
      title: t('unclaimedRow.workload'),
      cell: ({ ref }) => (
        <>
          <span className={classes.name}>{ref.name}</span>
          <span className={classes.small}>{ref.kind}</span>
        </>
      ),
    },
    {
      id: 'where',
      title: t('unclaimedRow.where'),
      cell: ({ ref }) => (
        <>
          {ref.cluster}
          <span className={classes.small}>{ref.namespace}</span>
        </>
      ),
    },
    {
      id: 'likeliest',
      title: t('unclaimedRow.likeliest'),
      cell: ({ likeliest: [first, ...others] }) =>
        first ? (
          <>
            <ServiceLink entityRef={first.entityRef}>
              {nameOfRef(first.entityRef)}
            </ServiceLink>
            {others.length > 0 && (
              <span
                className={classes.small}
                title={others
                  .map(({ entityRef }) => nameOfRef(entityRef))
                  .join(', ')}
              >
                {t('unclaimedRow.others', { count: others.length })}
              </span>
            )}
            <span className={classes.small}>
              {t(`unclaimedRow.evidence.${first.evidence}`)}
            </span>
          </>
        ) : (
          <span className={classes.muted}>{t('fleetRow.none')}</span>
        ),
    },
    {
      id: 'why',
      title: t('unclaimedRow.why'),
      isWide: true,
      cell: ({ likeliest: [first] }) =>
        first ? (
          <ul className={classes.signs}>
            {first.signs.map(sign => (
              <li key={sign.id}>{describeSign(sign, t)}.</li>
            ))}
          </ul>
        ) : (
          t('unclaimedRow.nobody')
        ),
    },
    {
      id: 'next',
      title: t('unclaimedRow.next'),
      isWide: true,
      cell: ({ likeliest: [first] }) =>
        first ? (
          <ServiceLink entityRef={first.entityRef}>
            {first.evidence === 'weak'
              ? t('unclaimedRow.compare')
              : t('unclaimedRow.seeFix')}
          </ServiceLink>
        ) : (
          <span className={classes.muted}>{t('unclaimedRow.register')}</span>
        ),
    },
  ];
}
