import {
  ContractState,
  HealthState,
} from '@portal-operations/plugin-label-contract-common';
import { Translate } from '../translation';
import {
  VerdictMarkWords,
  markOfContract,
  markOfHealth,
} from './describeVerdicts';

/** A verdict on the contract as a fleet counts it, as a mark and a word. */
export function markOfContractState(
  state: ContractState,
  t: Translate,
): VerdictMarkWords {
  switch (state) {
    case 'met':
    case 'violated':
      return markOfContract({ verdict: state }, t);
    case 'unknown':
      return markOfContract({ verdict: state, reason: 'cluster-not-read' }, t);
    case 'not-applicable':
      return markOfContract({ verdict: state, reason: 'not-deployed' }, t);
    case 'ignored':
      return markOfContract(
        { verdict: 'not-applicable', reason: 'opted-out' },
        t,
      );
    default:
      return state satisfies never;
  }
}

/** A verdict on the health as a fleet counts it, as a mark and a word. */
export function markOfHealthState(
  state: HealthState,
  t: Translate,
): VerdictMarkWords {
  switch (state) {
    case 'unknown':
      return markOfHealth({ verdict: state, reason: 'cluster-not-read' }, t);
    case 'not-applicable':
      return markOfHealth({ verdict: state, reason: 'not-deployed' }, t);
    default:
      return markOfHealth({ verdict: state }, t);
  }
}
