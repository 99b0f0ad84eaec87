import { WorkloadFacts } from '../facts/WorkloadFacts';

/**
 * Whether pods, or revisions, are made by a controller of a kind that is not watched. Whoever owns it
 * decides about their labels, and nobody could patch them here: only health is judged.
 */
export function isMadeByOthers({
  kind,
  controllerUid,
}: WorkloadFacts): boolean {
  return (
    controllerUid !== undefined &&
    (kind === 'Pod' ||
      kind === 'ReplicaSet' ||
      kind === 'ReplicationController')
  );
}
