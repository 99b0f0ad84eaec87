import { makeStyles } from '@material-ui/core/styles';
import LockIcon from '@material-ui/icons/Lock';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { labelContractLogReadPermission } from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { Code } from '../Code/Code';
import { mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: 8,
      margin: 0,
      maxWidth: '68ch',
      fontSize: 13,
      lineHeight: '20px',
      color: mutedColor(theme),
      overflowWrap: 'anywhere',
    },
    icon: { width: 16, height: 16, marginTop: 2, flex: 'none' },
  }),
  { name: 'LabelContractLogLinesWithheld' },
);

/** Stands where the log would: there are lines, and the reader lacks the permission. */
export function LogLinesWithheld() {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <p className={classes.root}>
      <LockIcon className={classes.icon} aria-hidden />
      <span>
        {t('crash.logWithheld', {
          permission: <Code>{labelContractLogReadPermission.name}</Code>,
        })}
      </span>
    </p>
  );
}
