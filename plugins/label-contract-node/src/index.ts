/**
 * Access to Kubernetes clusters: which exist, how to reach each, with which credential.
 *
 * @packageDocumentation
 */
export type {
  ClusterAccess,
  ClusterEndpoint,
  KnownCluster,
} from './ClusterAccess';
export { clusterAccessFromConfig } from './clusterAccessFromConfig';
export { createClusterAccess } from './createClusterAccess';
export type { ClusterAccessOptions } from './createClusterAccess';
export type {
  ClusterRequest,
  ClusterResponse,
} from './transport/ClusterRequest';
export { requestCluster } from './transport/requestCluster';
