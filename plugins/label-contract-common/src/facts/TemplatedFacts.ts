import { ContractMarks } from './ContractMarks';
import { ManagerFacts } from './ManagerFacts';
import { Labels, ObjectFacts } from './ObjectFacts';

/**
 * What the portal remembers of every object that makes pods from a template.
 *
 * @public
 */
export interface TemplatedFacts extends ObjectFacts {
  readonly templateLabels: Labels;
  /** Besides the labels of the object. */
  readonly marks?: ContractMarks;
  /** Besides the labels of the pod template. */
  readonly templateMarks?: ContractMarks;
  /** Keys that `spec.selector` names; a label with such a key cannot be changed in place. */
  readonly selectorKeys?: readonly string[];
  /** The tool that writes the object; undefined where none is recognized. */
  readonly manager?: ManagerFacts;
  /** True when `portal-operations.io/label-contract: ignore` is set. */
  readonly isOptedOut: boolean;
}

/**
 * What the portal remembers of every object that keeps a number of pods running.
 *
 * @public
 */
export interface ReplicatedFacts extends TemplatedFacts {
  /** Pods that are wanted. */
  readonly desiredReplicas: number;
  /** Pods that are ready. */
  readonly readyReplicas: number;
  /** Pods of the newest template. */
  readonly updatedReplicas: number;
  /** Pods of all revisions. */
  readonly replicas: number;
  /** False while the controller has not seen the newest spec yet (`status.observedGeneration`). */
  readonly isObserved: boolean;
}
