import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { labelContractReportReadPermission } from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { Code } from '../Code/Code';
import { Notice } from '../Notice/Notice';
import { mutedColor } from '../tones';

const useStyles = makeStyles(
  theme => ({ limit: { '&&': { fontSize: 13, color: mutedColor(theme) } } }),
  { name: 'LabelContractForbiddenNotice' },
);

/** The reader lacks the permission. */
export function ForbiddenNotice() {
  const classes = useStyles();
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <Notice kind="forbidden" title={t('forbidden.title')}>
      <p>
        {t('forbidden.sentence', {
          permission: <Code>{labelContractReportReadPermission.name}</Code>,
        })}
      </p>
      <p className={classes.limit}>{t('forbidden.limit')}</p>
    </Notice>
  );
}
