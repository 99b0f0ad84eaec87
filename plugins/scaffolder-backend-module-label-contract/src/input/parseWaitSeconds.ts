import { DEFAULT_WAIT_SECONDS } from '../manifests/workloadDefaults';
import { requireWholeNumber } from './apiServerRules';

/** An hour: longer waits block a worker of the scaffolder. */
const LONGEST_WAIT_SECONDS = 3600;

/** Checks and completes how long a step may wait, in seconds; 0 does not wait. @throws InputError */
export function parseWaitSeconds(
  value: number | undefined,
  byDefault: number = DEFAULT_WAIT_SECONDS,
): number {
  return requireWholeNumber({
    field: 'waitSeconds',
    value: value ?? byDefault,
    min: 0,
    max: LONGEST_WAIT_SECONDS,
  });
}
