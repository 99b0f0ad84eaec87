import { CrashMessageValues } from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';

/** "14 restarts, last exit code 1 (Error)", as far as it is known. */
export function describeEnd(values: CrashMessageValues, t: Translate): string {
  const restarts = t('crash.restarts', { count: values.restarts });
  if (values.exitCode === undefined) {
    return restarts;
  }
  const exitCode = String(values.exitCode);
  return values.reason
    ? t('crash.exitCodeAndReason', {
        restarts,
        exitCode,
        reason: values.reason,
      })
    : t('crash.exitCode', { restarts, exitCode });
}
