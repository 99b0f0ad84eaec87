import { admissionAccepts } from './admissionAccepts';
import { claimInExistingPlace } from './claimInExistingPlace';
import { claimNotShadowed } from './claimNotShadowed';
import { claimSelectorNarrow } from './claimSelectorNarrow';
import { claimSelectorValid } from './claimSelectorValid';
import { claimValueValid } from './claimValueValid';
import { configurationExists } from './configurationExists';
import { containerKeepsRunning } from './containerKeepsRunning';
import { imagePullable } from './imagePullable';
import { initContainersFinish } from './initContainersFinish';
import { labelKeySpelled } from './labelKeySpelled';
import { labelMatchesClaim } from './labelMatchesClaim';
import { labelOnObject } from './labelOnObject';
import { labelOnPodTemplate } from './labelOnPodTemplate';
import { labelPresent } from './labelPresent';
import { memorySuffices } from './memorySuffices';
import { nodeServesPods } from './nodeServesPods';
import { podsSchedulable } from './podsSchedulable';
import { probesPass } from './probesPass';
import { quotaSuffices } from './quotaSuffices';
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
  claimInExistingPlace,
  claimNotShadowed,
];

/**
 * Rules about one workload, in the order of importance. Of the contract rules, and of the health
 * rules, the first that is not kept speaks for its workload: one cause, one finding.
 *
 * @public
 */
export const workloadRules: readonly WorkloadRule[] = [
  labelKeySpelled,
  labelMatchesClaim,
  labelOnObject,
  labelOnPodTemplate,
  labelPresent,
  quotaSuffices,
  admissionAccepts,
  podsSchedulable,
  nodeServesPods,
  imagePullable,
  configurationExists,
  initContainersFinish,
  memorySuffices,
  containerKeepsRunning,
  probesPass,
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
