import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Evidence } from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: { color: theme.palette.text.primary, overflowWrap: 'anywhere' },
    title: {
      margin: '0 0 6px',
      fontSize: 13,
      lineHeight: '20px',
      fontWeight: 700,
    },
    how: { fontWeight: 400, color: mutedColor(theme) },
    list: {
      display: 'grid',
      gap: 4,
      margin: 0,
      padding: 0,
      listStyle: 'none',
      fontSize: 14,
      lineHeight: '20px',
    },
    sign: { display: 'flex', gap: 8, maxWidth: '68ch' },
    icon: {
      width: 16,
      height: 16,
      marginTop: 2,
      flex: 'none',
      color: mutedColor(theme),
    },
  }),
  { name: 'LabelContractEvidenceList' },
);

/** Props of {@link EvidenceList}. */
export interface EvidenceListProps {
  readonly evidence: Evidence;
  /** What speaks for it, in words, the strongest first. */
  readonly signs: readonly string[];
}

/** Why a workload is thought to belong to the service. */
export function EvidenceList({ evidence, signs }: EvidenceListProps) {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <div className={classes.root}>
      <h4 className={classes.title}>
        {t('evidence.title')}{' '}
        <span className={classes.how}>· {t(`evidence.${evidence}`)}</span>
      </h4>
      <ul className={classes.list}>
        {signs.map(sign => (
          <li key={sign} className={classes.sign}>
            <CheckIcon className={classes.icon} aria-hidden />
            <span>{sign}.</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
