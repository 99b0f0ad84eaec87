import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { describeNotChecked } from '../../words/describeNotChecked';
import { describeSign } from '../../words/describeSign';
import { Disclosure } from '../Disclosure/Disclosure';
import { RuleId } from '../RuleId/RuleId';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: 8,
      padding: '12px 16px',
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'LabelContractWorkloadFootnotes' },
);

/** Props of {@link WorkloadFootnotes}. */
export interface WorkloadFootnotesProps {
  readonly report: Pick<EntityReport, 'hints' | 'notChecked'>;
}

/** Hints that are not counted, and rules that could not be asked: for those who look closer. */
export function WorkloadFootnotes({ report }: WorkloadFootnotesProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  const { hints, notChecked } = report;
  if (hints.length === 0 && notChecked.length === 0) {
    return null;
  }
  return (
    <footer className={classes.root}>
      {hints.length > 0 && (
        <Disclosure summary={t('hints.count', { count: hints.length })}>
          <ul>
            {hints.map(({ ref, signs }) => (
              <li key={`${ref.cluster}/${ref.uid}`}>
                {t('hints.hint', {
                  kind: ref.kind,
                  workload: ref.name,
                  namespace: ref.namespace,
                  cluster: ref.cluster,
                  signs: signs.map(sign => describeSign(sign, t)).join('. '),
                })}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {notChecked.length > 0 && (
        <Disclosure
          summary={t('unchecked.count', { count: notChecked.length })}
        >
          <ul>
            {notChecked.map(({ rule, why }) => (
              <li key={JSON.stringify([rule, why])}>
                {t('unchecked.rule', {
                  rule: <RuleId rule={rule} />,
                  why: describeNotChecked(why, t),
                })}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </footer>
  );
}
