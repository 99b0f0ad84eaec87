import { WorkloadFacts } from '../facts/WorkloadFacts';
import { candidatesOf } from './candidatesOf';
import { intendedLabelsOf } from './intendedLabelsOf';
import { Loss, lossOf } from './lossOf';
import { Search } from './Search';

/** A workload that all levels together took from the entity to another one. */
export interface HandOver {
  readonly workload: WorkloadFacts;
  readonly loss: Loss;
  /** True where the other entity has another owner, and had nothing in that namespace. */
  readonly isDoubtful: boolean;
}

/**
 * Workloads that carried the claim's value and now belong to another entity on every level. Without a
 * memory of the change there is none: an old revision alone would tell of it for years.
 */
export function handOversOf(search: Search): HandOver[] {
  const moved = candidatesOf(search).flatMap(workload => {
    const { selector, history } = search;
    const loss = lossOf({ workload, selector, history });
    const heirs = heirsOf(workload, search);
    return loss && heirs.length > 0 ? [{ workload, loss, heirs }] : [];
  });
  return moved.map(({ workload, loss, heirs }) => ({
    workload,
    loss,
    isDoubtful: heirs.every(
      heir =>
        isAnotherOwner(heir.owner, search) &&
        [...search.facts.workloadsIn(workload)]
          .filter(neighbour => moved.every(each => each.workload !== neighbour))
          .every(neighbour =>
            claimantsOfAnyLevel(neighbour, search).every(
              ({ entityRef }) => entityRef !== heir.entityRef,
            ),
          ),
    ),
  }));
}

/** The entities that claim every level of a workload, where this one claims none of them. */
function heirsOf(workload: WorkloadFacts, search: Search) {
  const { entity, catalog } = search;
  const byLevel = intendedLabelsOf(workload).map(({ labels }) =>
    catalog.claimantsOf(labels, workload),
  );
  const isStillOurs = byLevel
    .flat()
    .some(({ entityRef }) => entityRef === entity.entityRef);
  const [first = [], ...others] = byLevel;
  return isStillOurs
    ? []
    : first.filter(({ entityRef }) =>
        others.every(level =>
          level.some(claimant => claimant.entityRef === entityRef),
        ),
      );
}

function claimantsOfAnyLevel(workload: WorkloadFacts, { catalog }: Search) {
  return intendedLabelsOf(workload).flatMap(({ labels }) =>
    catalog.claimantsOf(labels, workload),
  );
}

/** Where either owner is not known, nobody can tell that it is another one. */
function isAnotherOwner(
  owner: string | undefined,
  { entity }: Search,
): boolean {
  return (
    owner !== undefined && entity.owner !== undefined && owner !== entity.owner
  );
}
