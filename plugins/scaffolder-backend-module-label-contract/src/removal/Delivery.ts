import type { KubernetesObject } from '@kubernetes/client-node';
import type { ArgoCdApplication } from '../manifests/applicationManifest';

/** What Argo CD brought for a service by Applications that the actions made. */
export interface Delivery {
  readonly applications: readonly ArgoCdApplication[];
  /** Whether the object goes with one of them. */
  readonly isBrought: (live: KubernetesObject) => boolean;
  /** Whether the namespace goes with one of them. */
  readonly bringsNamespace: boolean;
}
