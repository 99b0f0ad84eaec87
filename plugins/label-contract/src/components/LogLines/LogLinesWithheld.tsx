import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { labelContractLogReadPermission } from '@portal-operations/plugin-label-contract-common';
import { labelContractTranslationRef } from '../../translation';
import { Code } from '../Code/Code';
import { Note } from '../Note/Note';

/** Stands where the log would: there are lines, and the reader lacks the permission. */
export function LogLinesWithheld() {
  const { t } = useTranslationRef(labelContractTranslationRef);
  return (
    <Note kind="locked">
      {t('crash.logWithheld', {
        permission: <Code>{labelContractLogReadPermission.name}</Code>,
      })}
    </Note>
  );
}
