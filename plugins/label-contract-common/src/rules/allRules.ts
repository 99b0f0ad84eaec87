import { containerKeepsRunning } from './containerKeepsRunning';
import { labelMatchesClaim } from './labelMatchesClaim';
import { labelOnObject } from './labelOnObject';
import { labelOnPodTemplate } from './labelOnPodTemplate';
import { rolloutFinishes } from './rolloutFinishes';
import { Rule } from './Rule';

/**
 * Every rule, in the order of importance. Of the contract rules the first that is not kept speaks
 * for its workload: one cause, one finding.
 *
 * @public
 */
export const allRules: readonly Rule[] = [
  labelMatchesClaim,
  labelOnObject,
  labelOnPodTemplate,
  containerKeepsRunning,
  rolloutFinishes,
];
