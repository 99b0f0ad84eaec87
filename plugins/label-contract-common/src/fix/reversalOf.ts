import { ManagerFacts } from '../facts/ManagerFacts';
import { Reversal } from './Fix';

/** When a manager takes back what is changed by hand. */
export function reversalOf(manager: ManagerFacts): Reversal {
  switch (manager.tool) {
    case 'argo-cd':
      return {
        when: manager.selfHeals ? 'within-seconds' : 'at-next-sync',
        manager,
      };
    case 'helm':
      return { when: 'at-next-release', manager };
    case 'flux':
    case 'olm':
    case 'operator':
      return { when: 'within-seconds', manager };
    default:
      return manager.tool satisfies never;
  }
}
