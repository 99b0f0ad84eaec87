import { WorkloadFacts } from '../facts/WorkloadFacts';
import { IntendedLabels } from './intendedLabelsOf';
import { Search } from './Search';

/**
 * Whether one level of a workload went somewhere else on purpose: another entity's claim finds it, or it
 * carries the name of another Component.
 */
export function isSomebodyElses(
  level: IntendedLabels,
  workload: WorkloadFacts,
  search: Search,
): boolean {
  const { entity, claimed, catalog } = search;
  const { labels, value } = level;
  if (
    catalog
      .claimantsOf(labels, workload)
      .some(({ entityRef }) => entityRef !== entity.entityRef)
  ) {
    return true;
  }
  // An API or a System may bear the name of the Component that the value means.
  const isOwnName = value === entity.name && entity.kind === 'component';
  return (
    value !== undefined &&
    value !== claimed &&
    !isOwnName &&
    catalog.hasComponent(value)
  );
}
