import type { PlannedObject } from '../plan/PlannedObject';
import type { StepContext } from './StepContext';

/** Tells apart what one step does for several services (`each`). */
export interface RememberedPlace {
  cluster: string;
  namespace: string;
  name?: string;
}

/**
 * Tells of a run that was interrupted and taken up again what it did before, too: the second time all is
 * there already. Kept by the scaffolder, where its recovery of tasks is on.
 */
export async function rememberOutcomes(
  ctx: StepContext,
  place: RememberedPlace,
  objects: readonly PlannedObject[],
): Promise<PlannedObject[]> {
  const { cluster, namespace, name = '' } = place;
  const known = await ctx.checkpoint({
    key: `label-contract/${cluster}/${namespace}/${name}`,
    fn: async () =>
      Object.fromEntries(
        objects.map(object => [keyOf(object), object.outcome]),
      ),
  });
  return objects.map(object => ({
    ...object,
    outcome:
      object.outcome === 'unchanged' && known[keyOf(object)]
        ? known[keyOf(object)]
        : object.outcome,
  }));
}

function keyOf({ object: { kind, name } }: PlannedObject): string {
  return `${kind}/${name}`;
}
