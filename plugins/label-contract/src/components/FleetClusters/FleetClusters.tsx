import { makeStyles } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/Warning';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ClustersReport,
  labelContractReportReadPermission,
} from '@portal-operations/plugin-label-contract-common';
import { lastOf } from '../../hooks/liveState';
import { Live } from '../../hooks/useLive';
import { useLiveRows } from '../../hooks/useLiveRows';
import { labelContractTranslationRef } from '../../translation';
import { isReadInPart } from '../../words/describeClusterRow';
import { FleetNotice } from '../FleetNotice/FleetNotice';
import { ChangedRows } from '../FleetList/ChangedRows';
import { EmptyList } from '../FleetList/EmptyList';
import { ListSkeleton } from '../FleetList/ListSkeleton';
import { Sheet } from '../FleetList/Sheet';
import { Table } from '../Table/Table';
import { toneColors } from '../tones';
import { useClusterColumns } from './useClusterColumns';

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
  const last = lastOf(state);
  const report = last?.body;
  const { rows, changed, show } = useLiveRows({
    key: '',
    isBehind,
    rows: report?.items ?? NO_ROWS,
    idOf: ({ name }) => name,
  });
  const columns = useClusterColumns({
    isOld: state.kind === 'failed',
    asOf: last?.asOf,
  });
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
              number: inPart.length,
              count: report.items.length,
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
