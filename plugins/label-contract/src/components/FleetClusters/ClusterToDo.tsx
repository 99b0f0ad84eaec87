import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ClusterSummary } from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { describeAccess } from '../../words/describeAccess';
import { titleOfDesk } from '../../words/describeDesk';
import { ToDo } from '../FleetList/ToDo';
import { NextTry } from '../NextTry/NextTry';
import { Roles } from '../Roles/Roles';
import { SmallLine } from '../SmallLine/SmallLine';

const useStyles = makeStyles(
  {
    root: { display: 'grid', gap: 8, gridTemplateColumns: 'minmax(0, 1fr)' },
    fixes: { display: 'grid', gap: 6, margin: '6px 0' },
  },
  { name: 'LabelContractClusterToDo' },
);

/** Props of {@link ClusterToDo}. */
export interface ClusterToDoProps {
  readonly cluster: ClusterSummary;
}

/** What keeps a cluster from being read, and who mends it. */
export function ClusterToDo({ cluster }: ClusterToDoProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const { state, findings, namespaces, skipped } = cluster;
  return (
    <div className={classes.root}>
      {state.kind === 'syncing' && (
        <ToDo words={{ text: t('clusterRow.firstRead') }} />
      )}
      {findings.map((finding, index) => {
        const { title, quote, sentence } = describeAccess(finding, t);
        return (
          <ToDo
            key={`${finding.rule}/${finding.message.id}`}
            words={{
              desk: finding.owner,
              who: titleOfDesk({ desk: finding.owner }, t),
              text: title,
              detail: quote || sentence,
            }}
          >
            {finding.fixes.length > 0 && (
              <div className={classes.fixes}>
                <Roles fixes={finding.fixes} />
              </div>
            )}
            {index === 0 && (
              <SmallLine>
                <NextTry cluster={cluster} />
              </SmallLine>
            )}
          </ToDo>
        );
      })}
      {namespaces && (
        <SmallLine>
          {t('clusterRow.namespaces', {
            count: namespaces.length,
            names: namespaces.join(', '),
          })}
        </SmallLine>
      )}
      {skipped > 0 && (
        <SmallLine>{t('clusterRow.skipped', { count: skipped })}</SmallLine>
      )}
    </div>
  );
}
