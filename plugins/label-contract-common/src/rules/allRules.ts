import { admissionAccepts } from './admissionAccepts';
import { backgroundReadable } from './backgroundReadable';
import { claimFindsWorkloads } from './claimFindsWorkloads';
import { claimInExistingPlace } from './claimInExistingPlace';
import { claimKept } from './claimKept';
import { claimNotShadowed } from './claimNotShadowed';
import { claimOnComponent } from './claimOnComponent';
import { claimPresent } from './claimPresent';
import { claimSelectorNarrow } from './claimSelectorNarrow';
import { claimSelectorStable } from './claimSelectorStable';
import { claimSelectorValid } from './claimSelectorValid';
import { claimUnique } from './claimUnique';
import { claimValueValid } from './claimValueValid';
import { companionsLabelled } from './companionsLabelled';
import { clusterReachable } from './clusterReachable';
import { configurationExists } from './configurationExists';
import { containerKeepsRunning } from './containerKeepsRunning';
import { dependencyExists } from './dependencyExists';
import { credentialsAccepted } from './credentialsAccepted';
import { imagePullable } from './imagePullable';
import { initContainersFinish } from './initContainersFinish';
import { jobCompletes } from './jobCompletes';
import { kindAskedFor } from './kindAskedFor';
import { kindDrawn } from './kindDrawn';
import { kindReadable } from './kindReadable';
import { kindServed } from './kindServed';
import { labelInClaimedPlace } from './labelInClaimedPlace';
import { labelIsALabel } from './labelIsALabel';
import { labelKept } from './labelKept';
import { labelKeySpelled } from './labelKeySpelled';
import { labelMatchesClaim } from './labelMatchesClaim';
import { labelOnEveryCronLevel } from './labelOnEveryCronLevel';
import { labelOnObject } from './labelOnObject';
import { labelOnPodTemplate } from './labelOnPodTemplate';
import { labelOutsideSelector } from './labelOutsideSelector';
import { labelPresent } from './labelPresent';
import { memorySuffices } from './memorySuffices';
import { nodeServesPods } from './nodeServesPods';
import { podsFollowTemplate } from './podsFollowTemplate';
import { podsSchedulable } from './podsSchedulable';
import { probesPass } from './probesPass';
import { quotaSuffices } from './quotaSuffices';
import { rolloutFinishes } from './rolloutFinishes';
import { ClaimRule, ClusterRule, EntityRule, WorkloadRule } from './Rule';
import { volumesMount } from './volumesMount';

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
 * Rules about an entity and everything that was found of it, in the order of importance.
 *
 * @public
 */
export const entityRules: readonly EntityRule[] = [
  claimPresent,
  claimSelectorStable,
  claimUnique,
  claimKept,
  labelKept,
  claimFindsWorkloads,
  claimOnComponent,
  labelInClaimedPlace,
  kindAskedFor,
  kindDrawn,
];

/**
 * Rules about one workload, in the order of importance. Of the contract rules, and of the health
 * rules, the first that is not kept speaks for its workload: one cause, one finding.
 *
 * @public
 */
export const workloadRules: readonly WorkloadRule[] = [
  labelKeySpelled,
  labelIsALabel,
  labelMatchesClaim,
  labelOnEveryCronLevel,
  labelOnObject,
  labelOnPodTemplate,
  labelPresent,
  podsFollowTemplate,
  labelOutsideSelector,
  companionsLabelled,
  quotaSuffices,
  admissionAccepts,
  podsSchedulable,
  nodeServesPods,
  volumesMount,
  imagePullable,
  configurationExists,
  dependencyExists,
  initContainersFinish,
  memorySuffices,
  containerKeepsRunning,
  jobCompletes,
  probesPass,
  rolloutFinishes,
];

/**
 * Rules about the way to a cluster, in the order of importance.
 *
 * @public
 */
export const clusterRules: readonly ClusterRule[] = [
  clusterReachable,
  credentialsAccepted,
  backgroundReadable,
  kindReadable,
  kindServed,
];

/**
 * Every rule there is. A claim that is wrong explains the workloads, so it comes first.
 *
 * @public
 */
export const allRules: readonly (
  | ClaimRule
  | EntityRule
  | WorkloadRule
  | ClusterRule
)[] = [...claimRules, ...entityRules, ...workloadRules, ...clusterRules];
