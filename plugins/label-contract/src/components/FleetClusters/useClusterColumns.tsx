import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ClusterSummary } from '@portal-operations/plugin-label-contract-common';
import { useNow } from '../../hooks/useNow';
import { labelContractTranslationRef } from '../../translation';
import { asOfCluster } from '../../words/asOfCluster';
import {
  describeKindsRead,
  describeWorkloadsOf,
  isReadInPart,
} from '../../words/describeClusterRow';
import { describeClusterState } from '../../words/describeClusterState';
import { describeNumber } from '../../words/describeNumber';
import { describeAge } from '../../words/describeTime';
import { SmallLine } from '../SmallLine/SmallLine';
import { TableColumn } from '../Table/TableColumn';
import { Time } from '../Time/Time';
import { VerdictMark } from '../VerdictMark/VerdictMark';
import { ClusterToDo } from './ClusterToDo';

const useStyles = makeStyles(
  {
    name: { fontWeight: 700, whiteSpace: 'nowrap' },
    noWrap: { whiteSpace: 'nowrap' },
  },
  { name: 'LabelContractClusterColumns' },
);

/** The columns of the fleet's clusters. */
export function useClusterColumns(options: {
  isOld: boolean;
  /** Moment that the answer speaks for. */
  asOf: Date | undefined;
}): readonly TableColumn<ClusterSummary>[] {
  const { isOld, asOf } = options;
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  return [
    {
      id: 'cluster',
      title: t('clusterRow.cluster'),
      cell: ({ name, title }) => (
        <span className={classes.name}>
          {title ?? name}
          {title && title !== name && <SmallLine>{name}</SmallLine>}
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
      cell: cluster => <AsOf cluster={cluster} answeredFor={asOf} />,
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
        services === undefined
          ? t('clusterRow.unknown')
          : describeNumber(services, t),
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
function AsOf(props: {
  readonly cluster: ClusterSummary;
  readonly answeredFor: Date | undefined;
}) {
  const { cluster, answeredFor } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const now = useNow();
  const time = asOfCluster(cluster, answeredFor);
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
    <Time className={classes.noWrap} time={time}>
      {describeAge(time, now, t)}
    </Time>
  );
}
