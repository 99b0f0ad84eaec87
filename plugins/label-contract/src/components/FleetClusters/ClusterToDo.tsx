import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ClusterSummary,
  Fix,
  renderRole,
} from '@portal-operations/plugin-label-contract-common';
import { useNow } from '../../hooks/useNow';
import { labelContractTranslationRef } from '../../translation';
import { describeAccess } from '../../words/describeAccess';
import { wordOfDesk } from '../../words/describeActing';
import { describeNextTry } from '../../words/describeClusterRow';
import { CopyBlock } from '../CopyBlock/CopyBlock';
import { ToDo } from '../FleetServices/ToDo';
import { SmallLine } from '../SmallLine/SmallLine';

const useStyles = makeStyles(
  {
    root: { display: 'grid', gap: 8, gridTemplateColumns: 'minmax(0, 1fr)' },
    fix: { display: 'grid', gap: 6, marginTop: 6 },
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
              who: wordOfDesk(finding.owner, undefined, t),
              text: title,
              detail: quote || sentence,
            }}
          >
            <Roles fixes={finding.fixes} />
            {index === 0 && <NextTry cluster={cluster} />}
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

/** What an account lacks, ready to copy. */
function Roles({ fixes }: { readonly fixes: readonly Fix[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const roles = fixes.flatMap(fix =>
    fix.kind === 'grant-read' ? [renderRole(fix)] : [],
  );
  if (roles.length === 0) {
    return null;
  }
  return (
    <div className={classes.fix}>
      {roles.map(role => (
        <CopyBlock key={role} how={t('clusterRow.rule')} text={role} />
      ))}
    </div>
  );
}

/** Counts down by itself. */
function NextTry({ cluster }: ClusterToDoProps) {
  const { t } = useTranslationRef(labelContractTranslationRef);
  const now = useNow();
  const words = describeNextTry(cluster, now, t);
  return words ? <SmallLine>{words}</SmallLine> : null;
}
