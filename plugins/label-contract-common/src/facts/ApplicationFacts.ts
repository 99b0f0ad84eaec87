import { ObjectFacts } from './ObjectFacts';

/**
 * What the portal remembers of an Application of Argo CD: how it treats what it manages. `cluster`,
 * `namespace` and `name` are its own; what it manages is mostly elsewhere.
 *
 * @public
 */
export interface ApplicationFacts extends ObjectFacts {
  readonly kind: 'Application';
  /** The cluster that it deploys to: the address of an API server, or Argo CD's name for it. */
  readonly destination: { readonly server?: string; readonly name?: string };
  /** Whether it takes back by itself what is changed by hand. */
  readonly selfHeals: boolean;
  /**
   * What Argo CD says that differs from its source, of kinds that are watched, each as
   * `Kind:namespace/name`; undefined where it could not compare.
   */
  readonly outOfSync?: readonly string[];
}
