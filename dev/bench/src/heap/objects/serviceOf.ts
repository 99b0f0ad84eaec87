import { SimulatedWorkload } from '../SimulatedWorkload';
import { labelsOf, managedFieldsOf, uidOf } from './metadataOf';

/** The Service of a workload, as the API server sends it. */
export function serviceOf(workload: SimulatedWorkload): string {
  const { number, name, namespace, part, service } = workload;
  const labels = labelsOf(workload);
  const address = addressOf(number);
  return JSON.stringify({
    metadata: {
      name,
      namespace,
      uid: uidOf(4, number),
      labels,
      managedFields: managedFieldsOf(labels),
    },
    spec: {
      type: 'ClusterIP',
      clusterIP: address,
      clusterIPs: [address],
      ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' }],
      selector: {
        'app.kubernetes.io/component': part,
        'app.kubernetes.io/instance': service,
        'app.kubernetes.io/name': name,
      },
    },
    status: { loadBalancer: {} },
  });
}

/** Its EndpointSlice, which the cluster writes. */
export function endpointSliceOf(workload: SimulatedWorkload): string {
  const { number, name, namespace } = workload;
  const labels = {
    ...labelsOf(workload),
    'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
    'kubernetes.io/service-name': name,
  };
  return JSON.stringify({
    metadata: {
      name: `${name}-${number.toString(36).padStart(5, 'x')}`,
      namespace,
      uid: uidOf(5, number),
      labels,
      ownerReferences: [
        {
          apiVersion: 'v1',
          kind: 'Service',
          name,
          uid: uidOf(4, number),
          controller: true,
        },
      ],
      managedFields: managedFieldsOf(labels),
    },
    addressType: 'IPv4',
    endpoints: [0, 1, 2].map(pod => ({
      addresses: [`10.128.${number % 250}.${pod}`],
      conditions: { ready: true, serving: true, terminating: false },
      targetRef: { kind: 'Pod', namespace, uid: uidOf(3, number, pod) },
    })),
    ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
  });
}

/** Of one cluster, each Service has an address of its own. */
function addressOf(number: number): string {
  return `172.30.${Math.floor(number / 250) % 250}.${number % 250}`;
}
