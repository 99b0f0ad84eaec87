/**
 * What a catalog entity says about its workloads by annotation. A selector wins over an id; the
 * Kubernetes plugin then never looks at the id.
 *
 * @public
 */
export interface EntityClaim {
  /** The label selector that the Kubernetes plugin sends, verbatim; the API server parses it. */
  readonly query: string;
  /** Value of `backstage.io/kubernetes-id`, where the query is made of it. */
  readonly id?: string;
  /** Only this namespace is asked, where set. */
  readonly namespace?: string;
}
