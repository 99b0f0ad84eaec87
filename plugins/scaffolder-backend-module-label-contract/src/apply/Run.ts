import type { ClusterClient } from '../cluster/ClusterClient';
import type { StepRecord } from '../refusal/StepRecord';

/** What every write of a step needs to know of the step. */
export interface Run {
  readonly client: ClusterClient;
  readonly record: StepRecord;
  /** Finds out what would be done, and does nothing. */
  readonly dryRun: boolean;
  /** Annotations of what this run makes; see CREATED_BY and MADE_BY_TASK. */
  readonly origin: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** One line of the task log. */
  readonly log: (line: string) => void;
}
