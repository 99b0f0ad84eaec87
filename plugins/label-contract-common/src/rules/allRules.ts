import { claimNotShadowed } from './claimNotShadowed';
import { claimSelectorNarrow } from './claimSelectorNarrow';
import { claimSelectorValid } from './claimSelectorValid';
import { claimValueValid } from './claimValueValid';
import { containerKeepsRunning } from './containerKeepsRunning';
import { labelMatchesClaim } from './labelMatchesClaim';
import { labelOnObject } from './labelOnObject';
import { labelOnPodTemplate } from './labelOnPodTemplate';
import { rolloutFinishes } from './rolloutFinishes';
import { ClaimRule, WorkloadRule } from './Rule';

/**
 * Rules about the claim that an entity makes, in the order of importance.
 *
 * @public
 */
export const claimRules: readonly ClaimRule[] = [
  claimValueValid,
  claimSelectorValid,
  claimSelectorNarrow,
  claimNotShadowed,
];

/**
 * Rules about one workload, in the order of importance. Of the contract rules the first that is not
 * kept speaks for its workload: one cause, one finding.
 *
 * @public
 */
export const workloadRules: readonly WorkloadRule[] = [
  labelMatchesClaim,
  labelOnObject,
  labelOnPodTemplate,
  containerKeepsRunning,
  rolloutFinishes,
];

/**
 * Every rule there is. A claim that is wrong explains the workloads, so it comes first.
 *
 * @public
 */
export const allRules: readonly (ClaimRule | WorkloadRule)[] = [
  ...claimRules,
  ...workloadRules,
];
