import { contractStateOf, healthStateOf } from './contractStateOf';
import { createSearchTest } from './createSearchTest';
import { EntitySummary } from './EntitySummary';
import { FleetFilter } from './FleetQuery';
import { nameOfRef } from './nameOfRef';

/**
 * The entities that satisfy all filters, in the order in which they were.
 *
 * @param except - A filter that is not applied.
 *
 * @public
 */
export function filterFleet(
  summaries: readonly EntitySummary[],
  filter: FleetFilter,
  except?: keyof FleetFilter,
): EntitySummary[] {
  const applied: FleetFilter =
    except === undefined ? filter : { ...filter, [except]: undefined };
  const { owner, system, lifecycle, cluster, contract, health, acts, search } =
    applied;
  const owners = owner?.map(foldedRef);
  const systems = system?.map(foldedRef);
  const isFound = createSearchTest(search);
  return summaries.filter(
    summary =>
      isRefAmong(summary.owner, owners) &&
      isRefAmong(summary.system, systems) &&
      isAmong(summary.lifecycle, lifecycle) &&
      isAnyAmong(summary.clusters, cluster) &&
      isAmong(contractStateOf(summary), contract) &&
      isAmong(healthStateOf(summary), health) &&
      isAnyAmong(summary.desks, acts) &&
      isFound(() => [
        nameOfRef(summary.entityRef),
        summary.title,
        summary.owner && nameOfRef(summary.owner),
      ]),
  );
}

/** Whether a value is wanted; all are where nothing certain is, and none that is absent otherwise. */
function isAmong<Value>(
  value: Value | undefined,
  wanted: readonly Value[] | undefined,
): boolean {
  return !wanted || (value !== undefined && wanted.includes(value));
}

function isRefAmong(
  entityRef: string | undefined,
  wanted: readonly string[] | undefined,
): boolean {
  return !wanted || isAmong(entityRef && foldedRef(entityRef), wanted);
}

function isAnyAmong<Value>(
  values: readonly Value[],
  wanted: readonly Value[] | undefined,
): boolean {
  return !wanted || values.some(value => wanted.includes(value));
}

/** Entity refs are the same whatever their case. */
function foldedRef(entityRef: string): string {
  return entityRef.toLocaleLowerCase('en-US');
}
