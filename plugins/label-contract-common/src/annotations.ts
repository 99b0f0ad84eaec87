/**
 * The annotation of a catalog entity, and the label of its workloads, that make the contract.
 * Source: `@backstage/plugin-kubernetes-common`, `KUBERNETES_ANNOTATION`.
 *
 * @public
 */
export const KUBERNETES_ID = 'backstage.io/kubernetes-id';

/**
 * A label selector that the Kubernetes plugin sends instead of the id, where it is set.
 *
 * @public
 */
export const KUBERNETES_LABEL_SELECTOR =
  'backstage.io/kubernetes-label-selector';

/**
 * Narrows a claim to one namespace.
 *
 * @public
 */
export const KUBERNETES_NAMESPACE = 'backstage.io/kubernetes-namespace';

/**
 * Narrows a claim to one cluster (only where the service locator is `singleTenant`).
 *
 * @public
 */
export const KUBERNETES_CLUSTER = 'backstage.io/kubernetes-cluster';

/**
 * With the value `ignore` on an entity or a workload: nothing is checked, by choice.
 *
 * @public
 */
export const LABEL_CONTRACT = 'portal-operations.io/label-contract';
