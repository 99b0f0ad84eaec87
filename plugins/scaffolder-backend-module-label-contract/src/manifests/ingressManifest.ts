import type { V1Ingress } from '@kubernetes/client-node';
import { objectLabels } from './workloadLabels';
import type { WorkloadSpec } from './WorkloadSpec';

/** The Ingress of an api: everything under its host. Which controller serves it is the cluster's default. */
export function ingressManifest(spec: WorkloadSpec): V1Ingress {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      name: spec.name,
      namespace: spec.namespace,
      labels: objectLabels(spec),
    },
    spec: {
      rules: [
        {
          host: spec.expose?.host,
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: {
                  service: { name: spec.name, port: { name: 'http' } },
                },
              },
            ],
          },
        },
      ],
    },
  };
}
