import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';

/** A Kubernetes object as it is applied. */
export type Manifest = Readonly<Record<string, unknown>>;

/** Kinds that a manifest is made of here. */
export type ManifestKind =
  | 'Deployment'
  | 'StatefulSet'
  | 'DaemonSet'
  | 'ReplicaSet'
  | 'ReplicationController'
  | 'CronJob'
  | 'Job'
  | 'Pod';

const API_VERSIONS: Record<ManifestKind, string> = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  ReplicaSet: 'apps/v1',
  ReplicationController: 'v1',
  CronJob: 'batch/v1',
  Job: 'batch/v1',
  Pod: 'v1',
};

/** A day that no month has: nothing runs while a test looks. */
const NEVER = '0 0 31 2 *';

/**
 * A workload of any kind with all that the API server asks for; say only what matters. Every level
 * carries the contract label where not said otherwise, with the workload's name as value.
 */
export function aManifest(options: {
  kind: ManifestKind;
  namespace: string;
  name: string;
  /** Values of the contract label, where another one. */
  object?: string;
  template?: string;
  /** Labels that the selector names, besides those that the template has anyway. */
  selector?: Readonly<Record<string, string>>;
  /** Annotations of the pods. */
  annotations?: Readonly<Record<string, string>>;
  /** Other fields of the spec. */
  spec?: Manifest;
}): Manifest {
  const { kind, namespace, name, annotations, spec } = options;
  const { object = name, template = name, selector = { app: name } } = options;
  const labelsWith = (id: string) => ({ app: name, [KUBERNETES_ID]: id });
  const labels = { ...labelsWith(template), ...selector };
  const podSpec = {
    terminationGracePeriodSeconds: 0,
    containers: [{ name: 'main', image: 'registry.example/main:1' }],
  };
  const runsToItsEnd = { ...podSpec, restartPolicy: 'Never' };
  const pods = { metadata: { labels, annotations }, spec: podSpec };

  const specs: Record<ManifestKind, Manifest> = {
    Deployment: { selector: { matchLabels: selector }, template: pods },
    StatefulSet: {
      selector: { matchLabels: selector },
      serviceName: name,
      template: pods,
    },
    DaemonSet: { selector: { matchLabels: selector }, template: pods },
    ReplicaSet: { selector: { matchLabels: selector }, template: pods },
    ReplicationController: { selector, template: pods },
    CronJob: {
      schedule: NEVER,
      jobTemplate: {
        metadata: { labels },
        spec: { template: { ...pods, spec: runsToItsEnd } },
      },
    },
    Job: { template: { ...pods, spec: runsToItsEnd } },
    Pod: podSpec,
  };
  return {
    apiVersion: API_VERSIONS[kind],
    kind,
    metadata: { name, namespace, labels: labelsWith(object) },
    spec: { ...specs[kind], ...spec },
  };
}
