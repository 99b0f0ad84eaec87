import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ClusterFreshness,
  EntityReport,
} from '@portal-operations/plugin-label-contract-common';
import { useNow } from '../../hooks/useNow';
import { Translate, labelContractTranslationRef } from '../../translation';
import { asOfCluster } from '../../words/asOfCluster';
import { describeClusterState } from '../../words/describeClusterState';
import { describeAge } from '../../words/describeTime';
import { Panel } from '../Panel/Panel';
import { Time } from '../Time/Time';
import { VerdictMark } from '../VerdictMark/VerdictMark';
import { mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    cluster: {
      display: 'grid',
      gap: 2,
      padding: '10px 0',
      fontSize: 13,
      lineHeight: '20px',
      color: mutedColor(theme),
      overflowWrap: 'anywhere',
      '&:first-child': { paddingTop: 0 },
      '&:last-child': { paddingBottom: 0 },
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    },
    head: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      flexWrap: 'wrap',
      gap: '2px 12px',
    },
    name: { fontSize: 14, fontWeight: 700, color: theme.palette.text.primary },
  }),
  { name: 'LabelContractClustersPanel' },
);

/** What the service has on one cluster, near misses included. */
function describeHoldings(
  report: EntityReport,
  { name, state }: ClusterFreshness,
  t: Translate,
): string | undefined {
  const here = [...report.workloads, ...report.nearMisses].filter(
    ({ ref }) => ref.cluster === name,
  );
  if (here.length === 0) {
    return state.kind === 'live' ? t('clusterPanel.nothing') : undefined;
  }
  const what = t('clusterPanel.here', {
    workloads: t('clusterPanel.workloads', { count: here.length }),
    pods: t('clusterPanel.pods', {
      count: here.reduce((sum, { levels }) => sum + levels.pods.of, 0),
    }),
  });
  return state.kind === 'stale' ? t('clusterPanel.lastSeen', { what }) : what;
}

/** Props of {@link ClustersPanel}. */
export interface ClustersPanelProps {
  readonly report: EntityReport;
  /** Moment that the answer speaks for. */
  readonly asOf?: Date;
  /** An old answer loses its colour. */
  readonly isOld?: boolean;
}

/** Each cluster that speaks, or ought to: how fresh it is, and what the service has there. */
export function ClustersPanel(props: ClustersPanelProps) {
  const { report, asOf, isOld } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const now = useNow();
  const title = t('clusterPanel.title');
  return (
    <Panel title={title} label={title}>
      {report.clusters.length === 0 && t('clusterPanel.none')}
      <ul className={classes.list}>
        {report.clusters.map(cluster => {
          const { name, state } = cluster;
          const time = asOfCluster(cluster, asOf);
          const isPartly = report.incomplete.some(
            ({ cluster: incomplete }) => incomplete === name,
          );
          return (
            <li key={name} className={classes.cluster}>
              <div className={classes.head}>
                <span className={classes.name}>{name}</span>
                <VerdictMark
                  words={describeClusterState({ state, isPartly }, t)}
                  size="small"
                  isOld={isOld}
                />
              </div>
              {time === undefined ? (
                state.kind !== 'syncing' && (
                  <span>{t('clusterPanel.never')}</span>
                )
              ) : (
                <Time time={time}>
                  {t('fresh.asOf', {
                    age: describeAge(time, now, t),
                  })}
                </Time>
              )}
              <span>{describeHoldings(report, cluster, t)}</span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
