import type { Run } from '../apply/Run';
import type { PlannedObject } from '../plan/PlannedObject';
import { ObjectsReport, reportOfObjects } from '../plan/reportOfObjects';
import { rememberOutcomes, RememberedPlace } from './rememberOutcomes';
import type { StepContext } from './StepContext';

/** What the outputs of a step that writes have in common. */
export interface ToldObjects extends ObjectsReport {
  /** The objects, with what an interrupted run of the task did. */
  readonly objects: PlannedObject[];
}

/** What a step that writes did, or would do, for its outputs. */
export async function tellObjects(
  options: {
    ctx: StepContext;
    run: Run;
    /** Tells apart what one step does for several services (`each`). */
    place: Omit<RememberedPlace, 'cluster'>;
  },
  objects: readonly PlannedObject[],
): Promise<ToldObjects> {
  const { ctx, run, place } = options;
  const { cluster } = run.client;
  const told = run.dryRun
    ? [...objects]
    : await rememberOutcomes(ctx, { cluster, ...place }, objects);
  return { objects: told, ...reportOfObjects(told) };
}
