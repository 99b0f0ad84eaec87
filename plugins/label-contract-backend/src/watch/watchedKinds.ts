import { WatchedKind } from '@portal-operations/plugin-label-contract-common';

/** Where the API server serves each watched kind, for all namespaces. */
export const watchedKinds: Readonly<Record<WatchedKind, WatchedResource>> = {
  Deployment: { path: '/apis/apps/v1/deployments', plural: 'deployments' },
  ReplicaSet: { path: '/apis/apps/v1/replicasets', plural: 'replicasets' },
  Pod: { path: '/api/v1/pods', plural: 'pods' },
};

/** One kind as the API server serves it. */
export interface WatchedResource {
  readonly path: string;
  /** Name in RBAC rules and messages. */
  readonly plural: string;
}
