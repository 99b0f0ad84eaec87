import { WorkloadRef } from '../facts/WorkloadRef';

/**
 * A place on a workload that a patch can set a label on.
 *
 * @public
 */
export type PatchableLevel = 'object' | 'pod-template';

/**
 * Sets one label, with one patch for all levels that are wrong. A patch of the pod template
 * replaces the pods.
 *
 * @public
 */
export interface SetLabelFix {
  readonly kind: 'set-label';
  readonly workload: WorkloadRef;
  readonly levels: readonly PatchableLevel[];
  readonly key: string;
  readonly value: string;
  /** Pods that the patch replaces; 0 where only the object is patched. */
  readonly replacesPods: number;
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
 * What can be done about a finding, typed; `renderFix` and `renderCatalogFix` make it text.
 *
 * @public
 */
export type Fix = SetLabelFix | EditAnnotationsFix | TellOwnerFix;
