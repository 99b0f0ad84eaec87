import { Labels } from '@portal-operations/plugin-label-contract-common';
import { Bystander, FleetWorkload } from './Fleet';

/** The Service in front of a workload with its endpoints, the Ingress before it, and what scales it. */
export function makeCompanions(
  { top, runs }: FleetWorkload,
  labels: Labels,
): Bystander[] {
  const { cluster, namespace, name } = top;
  const common = (kind: string) => ({
    cluster,
    namespace,
    name,
    uid: `${top.uid}/${kind}`,
    labels,
  });
  const isScaled = top.kind === 'Deployment' || top.kind === 'StatefulSet';
  return [
    {
      kind: 'Service',
      ...common('service'),
      selector: { app: name },
      clusterIps: ['10.0.0.7'],
      ports: [8080],
    },
    {
      kind: 'EndpointSlice',
      ...common('endpoints'),
      name: `${name}-x1`,
      labels: { ...labels, 'kubernetes.io/service-name': name },
      service: name,
      readyAddresses: runs === 'healthy' ? 1 : 0,
    },
    { kind: 'Ingress', ...common('ingress'), services: [name] },
    ...(isScaled
      ? [
          {
            kind: 'HorizontalPodAutoscaler' as const,
            ...common('autoscaler'),
            target: { kind: top.kind, name },
          },
        ]
      : []),
  ];
}
