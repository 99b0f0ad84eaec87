import type { KubernetesObject } from '@kubernetes/client-node';
import { diffOfObjects } from '../plan/diffOfObjects';
import type { PlannedObject } from '../plan/PlannedObject';
import { Applied, applyOwned, ApplyOwnedOptions } from './applyOwned';
import type { WrittenKind, WrittenKinds } from '../objects/WrittenKinds';
import type { ObjectName } from '../objects/ObjectName';
import type { Run } from './Run';

/** An object to write, with its owner. */
export type OwnedObject<K extends WrittenKind = WrittenKind> = Pick<
  ApplyOwnedOptions<K>,
  'kind' | 'desired' | 'team' | 'mayTake'
>;

/** Lets the API server check the object and tell what would change. @throws RefusedError */
export async function tryObject<K extends WrittenKind>(
  run: Run,
  object: OwnedObject<K>,
): Promise<Applied<WrittenKinds[K]>> {
  const { client, origin, log } = run;
  const tried = await applyOwned({ client, origin, dryRun: true, ...object });
  client
    .takeWarnings()
    .forEach(warning => log(`${client.cluster} warns: ${warning}`));
  return tried;
}

/** The object's line of a plan, or of a report. */
export function plannedOf(
  object: ObjectName,
  applied: Applied<KubernetesObject>,
  detail?: string,
): PlannedObject {
  const { outcome, before, changes, isResumed } = applied;
  return {
    object,
    outcome: isResumed && outcome === 'unchanged' ? 'created' : outcome,
    changes,
    diff:
      before && outcome === 'changed'
        ? diffOfObjects(before, applied.object)
        : undefined,
    detail,
    isTried: true,
  };
}

/** The line of an object whose namespace does not exist yet: the API server answers 404 to whatever is tried. */
export function untried(object: ObjectName, detail?: string): PlannedObject {
  return { object, outcome: 'created', changes: [], detail, isTried: false };
}
