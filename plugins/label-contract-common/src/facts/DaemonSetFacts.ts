import { ReplicatedFacts } from './TemplatedFacts';

/**
 * What the portal remembers of a DaemonSet. Wanted are as many pods as there are nodes for it.
 *
 * @public
 */
export interface DaemonSetFacts extends ReplicatedFacts {
  readonly kind: 'DaemonSet';
  /** `spec.updateStrategy.type`. */
  readonly updateStrategy: 'RollingUpdate' | 'OnDelete';
}
