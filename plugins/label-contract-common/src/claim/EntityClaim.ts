/**
 * What a catalog entity says about its workloads by annotation. Exactly one of `id` and `selector`
 * is what the Kubernetes plugin asks for: a selector wins over an id.
 *
 * @public
 */
export interface EntityClaim {
  /** The label selector that the Kubernetes plugin sends, verbatim. */
  readonly query: string;
  /** Set when the query is `backstage.io/kubernetes-id=<value>`. */
  readonly id?: string;
  /** Only this namespace is asked, where set. */
  readonly namespace?: string;
}
