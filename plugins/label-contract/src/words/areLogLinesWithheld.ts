import { Finding } from '@portal-operations/plugin-label-contract-common';

/** Whether there are log lines that the reader may not see. Where none was read there is nothing to see. */
export function areLogLinesWithheld({ message }: Finding): boolean {
  const { values } = message;
  return 'areLinesWithheld' in values && values.areLinesWithheld === true;
}
