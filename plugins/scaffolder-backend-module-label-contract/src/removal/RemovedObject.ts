import type { ObjectName } from '../apply/Refusal';

/** What a removal did, or would do, with one object. */
export interface RemovedObject {
  readonly object: ObjectName;
  readonly outcome: 'deleted' | 'stays';
  /** Why it stays. */
  readonly reason?: string;
}
