import { ManagerFacts } from '../facts/ManagerFacts';
import { WorkloadRef } from '../facts/WorkloadRef';

/**
 * A place on a workload that a patch can set a label on.
 *
 * @public
 */
export type PatchableLevel = 'object' | 'job-template' | 'pod-template';

/**
 * Sets one label, with one patch for all levels that are wrong. A patch of the pod template
 * replaces the pods; where nothing does, they are labelled in place by a second command.
 *
 * @public
 */
export interface SetLabelFix {
  readonly kind: 'set-label';
  readonly workload: WorkloadRef;
  readonly levels: readonly PatchableLevel[];
  readonly key: string;
  readonly value: string;
  /** Pods that the patch replaces; 0 where only the object is patched, or nothing replaces them. */
  readonly replacesPods: number;
  /** Names of running pods that are labelled in place, because no change of a template reaches them. */
  readonly pods?: readonly string[];
  /** Only of a DeploymentConfig: its selector names the key too, and has to change with the template. */
  readonly isSelected?: boolean;
  /** Who takes the patch back, and when; undefined where nobody does. */
  readonly reverted?: Reversal;
}

/**
 * When a patch by hand is taken back.
 *
 * - `within-seconds`: its manager watches and repairs.
 * - `at-next-sync`: Argo CD without self-heal, when somebody syncs.
 * - `at-next-release`: Helm, with the next upgrade.
 *
 * @public
 */
export interface Reversal {
  readonly when: 'within-seconds' | 'at-next-sync' | 'at-next-release';
  readonly manager: ManagerFacts;
}

/**
 * Removes labels or annotations of one key, with one patch.
 *
 * @public
 */
export interface RemoveLabelFix {
  readonly kind: 'remove-label';
  readonly workload: WorkloadRef;
  readonly levels: readonly PatchableLevel[];
  readonly key: string;
  /** Whether the key stands under `labels` or under `annotations`. */
  readonly under: 'labels' | 'annotations';
}

/**
 * Labels pods in place, without a restart: those that nothing replaces when a template changes.
 *
 * @public
 */
export interface LabelPodsFix {
  readonly kind: 'label-pods';
  readonly workload: WorkloadRef;
  /** Names of the pods. */
  readonly pods: readonly string[];
  readonly key: string;
  readonly value: string;
}

/**
 * Replaces pods that were made from an earlier template.
 *
 * - `restart`: `kubectl rollout restart`.
 * - `resume-rollout`: `kubectl rollout resume`, for one that is paused; restart refuses it.
 * - `delete-pods`: where a restart does nothing, as with `OnDelete`.
 *
 * @public
 */
export interface RollPodsFix {
  readonly kind: 'roll-pods';
  readonly workload: WorkloadRef;
  readonly how: 'restart' | 'resume-rollout' | 'delete-pods';
  /** Names of the pods that are replaced; only with `delete-pods` they are part of the command. */
  readonly pods: readonly string[];
}

/**
 * Makes a workload anew, because the label is in `spec.selector`, which cannot be changed. The new
 * selector does not name it as it was.
 *
 * @public
 */
export interface RecreateWorkloadFix {
  readonly kind: 'recreate-workload';
  readonly workload: WorkloadRef;
  /** Levels on which the label is set besides. */
  readonly levels: readonly PatchableLevel[];
  readonly key: string;
  readonly value: string;
  /**
   * `orphan`: what it controls serves on, and the new one adopts it.
   * `downtime`: the pods go with the old one.
   */
  readonly how: 'orphan' | 'downtime';
  /**
   * The label that the new selector names instead, where the others that it names would not do; it is
   * set on the pod template as well.
   */
  readonly selectBy?: { readonly key: string; readonly value: string };
  /** What carries on and has to be labelled first, for the new one to adopt it as it should be. */
  readonly adopted?: {
    readonly kind: 'ReplicaSet' | 'Pod';
    readonly names: readonly string[];
    readonly labels: Readonly<Record<string, string>>;
  };
  /** Who takes it back, and when; undefined where nobody does. */
  readonly reverted?: Reversal;
}

/**
 * Changes annotations in the catalog file of an entity.
 *
 * @public
 */
export interface EditAnnotationsFix {
  readonly kind: 'edit-annotations';
  readonly entityRef: string;
  readonly set: Readonly<Record<string, string>>;
  /** Keys. */
  readonly remove: readonly string[];
}

/**
 * Adds a `dependsOn` to a cluster's Resource in the catalog file of an entity.
 *
 * @public
 */
export interface RelateClusterFix {
  readonly kind: 'relate-cluster';
  readonly entityRef: string;
  /** Name of the cluster, as the Kubernetes plugin is configured with it. */
  readonly cluster: string;
  /** Entity ref of the Resource that has to be there. */
  readonly resourceRef: string;
}

/**
 * Changes the configuration of the portal.
 *
 * @public
 */
export interface EditConfigFix {
  readonly kind: 'edit-config';
  /** Path in `app-config.yaml`, such as `kubernetes.objectTypes`. */
  readonly path: string;
  /** What has to be added there: an element where the path is a list, else the value. */
  readonly value: string | Readonly<Record<string, string>>;
}

/**
 * Grants the account that reads a cluster what it lacks.
 *
 * @public
 */
export interface GrantReadFix {
  readonly kind: 'grant-read';
  readonly cluster: string;
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** Undefined for all namespaces. */
  readonly namespace?: string;
  /**
   * The account, as the API server names it in its refusal: `system:serviceaccount:<namespace>:<name>`,
   * or a user. Undefined where it is not known; then somebody has to bind the role.
   */
  readonly account?: string;
}

/**
 * Lets the tool that manages a workload bring back what is in its source: the cluster has drifted.
 *
 * @public
 */
export interface SyncFix {
  readonly kind: 'sync';
  readonly workload: WorkloadRef;
  readonly manager: ManagerFacts;
}

/**
 * Changes a label in the source of a workload, from where its manager brings it to the cluster.
 *
 * @public
 */
export interface EditSourceFix {
  readonly kind: 'edit-source';
  readonly workload: WorkloadRef;
  readonly manager: ManagerFacts;
  readonly levels: readonly PatchableLevel[];
  readonly key: string;
  readonly value: string;
  /**
   * What has to follow.
   *
   * - `nothing`: the manager brings it to the cluster by itself.
   * - `sync`: Argo CD, unless it syncs by itself.
   * - `release`: Helm, with an upgrade.
   * - `recreate`: the place cannot be changed (`spec.selector`, the template of a Job), so the manager
   *   brings it only once the old workload is deleted.
   */
  readonly then: 'nothing' | 'sync' | 'release' | 'recreate';
}

/**
 * Tells the owner what is known. The words are the reader's translation of the finding.
 *
 * @public
 */
export interface TellOwnerFix {
  readonly kind: 'tell-owner';
  /** Entity ref or name of the owner, as the catalog has it. */
  readonly owner?: string;
}

/**
 * What can be done about a finding, typed; `renderFix` and `renderCatalogFix` make it text.
 *
 * @public
 */
export type Fix =
  | SetLabelFix
  | RemoveLabelFix
  | LabelPodsFix
  | RollPodsFix
  | RecreateWorkloadFix
  | EditAnnotationsFix
  | RelateClusterFix
  | EditConfigFix
  | GrantReadFix
  | SyncFix
  | EditSourceFix
  | TellOwnerFix;
