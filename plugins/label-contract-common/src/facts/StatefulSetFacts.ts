import { ReplicatedFacts } from './TemplatedFacts';

/**
 * What the portal remembers of a StatefulSet.
 *
 * @public
 */
export interface StatefulSetFacts extends ReplicatedFacts {
  readonly kind: 'StatefulSet';
  /** `spec.updateStrategy.type`. */
  readonly updateStrategy: 'RollingUpdate' | 'OnDelete';
  /** `spec.updateStrategy.rollingUpdate.partition`: pods with a lower ordinal keep their revision. */
  readonly partition?: number;
  /** `status.updateRevision`: what its newest pods carry as `controller-revision-hash`. */
  readonly updateRevision?: string;
}
