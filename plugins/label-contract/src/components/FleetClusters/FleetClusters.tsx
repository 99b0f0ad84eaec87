import { makeStyles } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/Warning';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ClusterSummary,
  ClustersReport,
  labelContractReportReadPermission,
} from '@portal-operations/plugin-label-contract-common';
import { lastOf } from '../../hooks/liveState';
import { Live } from '../../hooks/useLive';
import { useLiveRows } from '../../hooks/useLiveRows';
import { useNow } from '../../hooks/useNow';
import { labelContractTranslationRef } from '../../translation';
import {
  asOfCluster,
  describeKindsRead,
  describeWorkloadsOf,
  isReadInPart,
} from '../../words/describeClusterRow';
import { describeClusterState } from '../../words/describeClusterState';
import { describeAge } from '../../words/describeTime';
import { FleetNotice } from '../FleetNotice/FleetNotice';
import { ChangedRows } from '../FleetServices/ChangedRows';
import { EmptyList } from '../FleetServices/EmptyList';
import { ListSkeleton } from '../FleetServices/ListSkeleton';
import { Sheet } from '../FleetServices/Sheet';
import { Table, TableColumn } from '../Table/Table';
import { VerdictMark } from '../VerdictMark/VerdictMark';
import { mutedColor, toneColors } from '../tones';
import { ClusterToDo } from './ClusterToDo';

const useStyles = makeStyles(
  theme => ({
    warning: {
      display: 'flex',
      gap: 10,
      margin: 0,
      padding: '10px 12px',
      borderRadius: 4,
      background: toneColors(theme, 'warn').tint,
      fontSize: 14,
      lineHeight: '20px',
      color: theme.palette.text.primary,
      '& svg': {
        width: 20,
        height: 20,
        flex: 'none',
        color: toneColors(theme, 'warn').text,
      },
    },
    name: { fontWeight: 700, whiteSpace: 'nowrap' },
    small: {
      display: 'block',
      fontSize: 12,
      lineHeight: '16px',
      fontWeight: 400,
      color: mutedColor(theme),
    },
    noWrap: { whiteSpace: 'nowrap' },
  }),
  { name: 'LabelContractFleetClusters' },
);

const NO_ROWS: ClustersReport['items'] = [];

/** Props of {@link FleetClusters}. */
export interface FleetClustersProps {
  readonly live: Live<ClustersReport>;
  readonly isNarrow: boolean;
}

/** How well each cluster is read, and what ops can do about it. */
export function FleetClusters({ live, isNarrow }: FleetClustersProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const { state, isBehind, refresh } = live;
  const report = lastOf(state)?.body;
  const { rows, changed, show } = useLiveRows({
    key: '',
    isBehind,
    rows: report?.items ?? NO_ROWS,
    idOf: ({ name }) => name,
  });
  const columns = useClusterColumns(state.kind === 'failed');
  const inPart = report?.items.filter(isReadInPart) ?? [];
  return (
    <>
      {state.kind === 'loading' && <ListSkeleton />}
      <FleetNotice
        state={state}
        permission={labelContractReportReadPermission.name}
        onRetry={refresh}
      />
      {report && inPart.length > 0 && (
        <p className={classes.warning}>
          <WarningIcon aria-hidden />
          <span>
            {t('clusterRow.inPart', {
              number: String(inPart.length),
              of: String(report.items.length),
            })}
            {inPart.length < report.items.length &&
              ` ${t('clusterRow.others')}`}
          </span>
        </p>
      )}
      {report && report.items.length === 0 && (
        <EmptyList title={t('clusterRow.empty')} />
      )}
      {rows.length > 0 && (
        <Sheet label={t('fleet.clusters')} isBusy={isBehind}>
          <ChangedRows count={changed} onShow={show} />
          <Table
            label={t('fleet.clusters')}
            columns={columns}
            rows={rows}
            keyOf={({ name }) => name}
            isNarrow={isNarrow}
          />
        </Sheet>
      )}
    </>
  );
}

function useClusterColumns(
  isOld: boolean,
): readonly TableColumn<ClusterSummary>[] {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  return [
    {
      id: 'cluster',
      title: t('clusterRow.cluster'),
      cell: ({ name, title }) => (
        <span className={classes.name}>
          {title ?? name}
          {title && title !== name && (
            <span className={classes.small}>{name}</span>
          )}
        </span>
      ),
    },
    {
      id: 'state',
      title: t('clusterRow.state'),
      cell: cluster => (
        <VerdictMark
          words={describeClusterState(
            { state: cluster.state, isPartly: isReadInPart(cluster) },
            t,
          )}
          size="small"
          isOld={isOld}
        />
      ),
    },
    {
      id: 'as-of',
      title: t('clusterRow.asOf'),
      cell: cluster => <AsOf cluster={cluster} />,
    },
    {
      id: 'kinds',
      title: t('clusterRow.kinds'),
      cell: cluster => (
        <span className={classes.noWrap}>{describeKindsRead(cluster, t)}</span>
      ),
    },
    {
      id: 'workloads',
      title: t('clusterRow.workloads'),
      isNumber: true,
      cell: cluster => describeWorkloadsOf(cluster, t),
    },
    {
      id: 'services',
      title: t('clusterRow.services'),
      isNumber: true,
      cell: ({ services }) =>
        services === undefined ? t('clusterRow.unknown') : String(services),
    },
    {
      id: 'to-do',
      title: t('fleetRow.toDo'),
      isWide: true,
      isUnlabelled: true,
      cell: cluster => <ClusterToDo cluster={cluster} />,
    },
  ];
}

/** Counts up by itself, so that the table need not. */
function AsOf({ cluster }: { readonly cluster: ClusterSummary }) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const now = useNow();
  const time = asOfCluster(cluster);
  if (!time) {
    return (
      <>
        {cluster.state.kind === 'syncing'
          ? t('clusterRow.unknown')
          : t('clusterRow.never')}
      </>
    );
  }
  return (
    <time
      className={classes.noWrap}
      dateTime={time.toISOString()}
      title={time.toLocaleString()}
    >
      {describeAge(time, now, t)}
    </time>
  );
}
