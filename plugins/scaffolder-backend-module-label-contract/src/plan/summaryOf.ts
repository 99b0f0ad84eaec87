import type { PlannedObject } from './PlannedObject';

/** What was done with an object, or would be, in a few words: `created, port 8080`. */
export function summaryOf({ outcome, detail }: PlannedObject): string {
  return [outcome, ...(detail ? [detail] : [])].join(', ');
}
