import type { KubernetesObject } from '@kubernetes/client-node';
import { objectLabels } from './workloadLabels';
import type { WorkloadSpec } from './WorkloadSpec';

/** A Route of OpenShift, `route.openshift.io/v1`, as far as it is written here. */
export interface V1Route extends KubernetesObject {
  spec: {
    host?: string;
    to: { kind: 'Service'; name: string };
    port: { targetPort: string };
    tls: { termination: 'edge'; insecureEdgeTerminationPolicy: 'Redirect' };
  };
}

/** The Route of an api, encrypted up to OpenShift's router. Without a host OpenShift makes one up. */
export function routeManifest(spec: WorkloadSpec): V1Route {
  return {
    apiVersion: 'route.openshift.io/v1',
    kind: 'Route',
    metadata: {
      name: spec.name,
      namespace: spec.namespace,
      labels: objectLabels(spec),
    },
    spec: {
      ...(spec.expose?.host && { host: spec.expose.host }),
      to: { kind: 'Service', name: spec.name },
      port: { targetPort: 'http' },
      tls: { termination: 'edge', insecureEdgeTerminationPolicy: 'Redirect' },
    },
  };
}
