import type { V1Container, V1Deployment } from '@kubernetes/client-node';
import { objectLabels, podLabels, selectorLabels } from './workloadLabels';
import type { WorkloadSpec } from './WorkloadSpec';

/**
 * The Deployment of an api or a worker. It holds no `replicas`: the number of pods belongs to whoever
 * scales.
 */
export function deploymentManifest(spec: WorkloadSpec): V1Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: spec.name,
      namespace: spec.namespace,
      labels: objectLabels(spec),
    },
    spec: {
      selector: { matchLabels: selectorLabels(spec) },
      template: {
        metadata: { labels: podLabels(spec) },
        spec: {
          automountServiceAccountToken: false,
          securityContext: {
            runAsNonRoot: true,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: [containerOf(spec)],
        },
      },
    },
  };
}

function containerOf(spec: WorkloadSpec): V1Container {
  return {
    name: spec.component,
    image: spec.image,
    ...(spec.command && { command: spec.command }),
    ...(Object.keys(spec.env).length > 0 && {
      env: Object.entries(spec.env).map(([name, value]) => ({ name, value })),
    }),
    resources: spec.resources,
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    },
    terminationMessagePolicy: 'FallbackToLogsOnError',
    ...(spec.component === 'api' && listening(spec.port)),
  };
}

/**
 * Probes open the port and ask nothing: which path of an unknown image answers 200 cannot be known.
 * (The default image answers 403 on `/` as long as it has no page.)
 */
function listening(port: number): Partial<V1Container> {
  const tcpSocket = { port: 'http' };
  return {
    ports: [{ name: 'http', containerPort: port, protocol: 'TCP' }],
    startupProbe: { tcpSocket, periodSeconds: 2, failureThreshold: 30 },
    readinessProbe: { tcpSocket, periodSeconds: 5 },
    livenessProbe: { tcpSocket, periodSeconds: 20 },
  };
}
