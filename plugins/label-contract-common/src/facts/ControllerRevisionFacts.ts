import { ObjectFacts } from './ObjectFacts';

/**
 * What the portal remembers of a ControllerRevision, one revision of a StatefulSet or DaemonSet. Its
 * labels are those that the pod template had. Source: `NewControllerRevision` of Kubernetes.
 *
 * @public
 */
export interface ControllerRevisionFacts extends ObjectFacts {
  readonly kind: 'ControllerRevision';
  /** The highest is the newest; undefined where only metadata was read. */
  readonly revision?: number;
  /** ISO 8601. */
  readonly createdAt?: string;
}
