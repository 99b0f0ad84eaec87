import { ClusterDetails } from '@backstage/plugin-kubernetes-node';

/** What a test asks of a portal. */
export type PortalRequest =
  /** From now on its Kubernetes plugin knows these clusters. */
  | {
      readonly id: number;
      readonly kind: 'clusters';
      readonly clusters: ClusterDetails[];
    }
  /** A token with which the plugin `label-contract` is known to another. */
  | {
      readonly id: number;
      readonly kind: 'token';
      readonly targetPluginId: string;
    };

/** The answer to the request with this id; 0 when the portal is ready. */
export interface PortalAnswer {
  readonly id: number;
  readonly token?: string;
}
