import { WorkloadFacts } from '../facts/WorkloadFacts';
import { FactsView } from './FactsView';
import { isMadeByOthers } from './isMadeByOthers';

/**
 * Whether anything is gained by better labels on a workload. Nothing is where it is about to go, where a
 * release runs it once (hooks and tests), and where something that is not watched made it: that would
 * make the next one with the same labels.
 */
export function isWorthLabelling(
  workload: WorkloadFacts,
  facts: FactsView,
): boolean {
  const isGoing = facts.namespace(workload)?.isTerminating === true;
  if (workload.isOptedOut || isGoing || isMadeByOthers(workload)) {
    return false;
  }
  switch (workload.kind) {
    case 'Job':
      return !workload.isHook && workload.controllerUid === undefined;
    case 'Pod':
      return (
        !workload.isDeleting &&
        !workload.isDisrupted &&
        workload.phase !== 'Failed'
      );
    default:
      return true;
  }
}
