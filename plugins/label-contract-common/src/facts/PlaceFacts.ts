import { ObjectFacts } from './ObjectFacts';

/**
 * What the portal remembers of a Namespace.
 *
 * @public
 */
export interface NamespaceFacts extends ObjectFacts {
  readonly kind: 'Namespace';
  /** True while it is being deleted. */
  readonly isTerminating: boolean;
}

/**
 * What the portal remembers of a Node.
 *
 * @public
 */
export interface NodeFacts extends ObjectFacts {
  readonly kind: 'Node';
  /** Status of the condition `Ready`: `True`, `False`, or `Unknown` where its kubelet is silent. */
  readonly ready: string;
}
