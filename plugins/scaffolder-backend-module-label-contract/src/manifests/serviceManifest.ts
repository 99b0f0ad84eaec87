import type { V1Service } from '@kubernetes/client-node';
import { objectLabels, selectorLabels } from './workloadLabels';
import type { WorkloadSpec } from './WorkloadSpec';

/** The Service in front of an api, on the same port. */
export function serviceManifest(spec: WorkloadSpec): V1Service {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: spec.name,
      namespace: spec.namespace,
      labels: objectLabels(spec),
    },
    spec: {
      selector: selectorLabels(spec),
      ports: [
        { name: 'http', port: spec.port, targetPort: 'http', protocol: 'TCP' },
      ],
    },
  };
}
