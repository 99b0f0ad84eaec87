import type { ObjectName } from '../objects/ObjectName';

/** What a run would do, or did, with one object. */
export interface PlannedObject {
  readonly object: ObjectName;
  readonly outcome: 'created' | 'changed' | 'unchanged';
  /** Where it would differ, such as `metadata.labels.app`; empty unless it would be changed. */
  readonly changes: readonly string[];
  /** What the change would look like as YAML; see `diffOfObjects`. Undefined unless it would be changed. */
  readonly diff?: string;
  /** What a reader wants to know of it, such as `port 8080`. */
  readonly detail?: string;
  /** Whether the API server checked it. False in a namespace that does not exist yet: nothing can be tried there. */
  readonly isTried: boolean;
}
