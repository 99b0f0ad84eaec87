import { KUBERNETES_ID } from '@portal-operations/plugin-label-contract-common';
import { SimulatedWorkload } from '../SimulatedWorkload';

/** A uid that is the same in each run, and that no other object has. */
export function uidOf(kind: number, number: number, part = 0): string {
  const digits = (value: number, length: number) =>
    value.toString(16).padStart(length, '0');
  return `${digits(number, 8)}-${digits(kind, 4)}-4${digits(part, 3)}-a${digits(
    number % 4_096,
    3,
  )}-${digits(number * 7_919 + part, 12)}`;
}

/** Last part of the names of revisions, and the value of `pod-template-hash`. */
export function hashOf({ number }: SimulatedWorkload): string {
  return (number * 2_654_435 + 60_466_176).toString(36).slice(-9);
}

/** The labels of a chart's objects: nine with the contract label. */
export function labelsOf(workload: SimulatedWorkload): Record<string, string> {
  const { service, part, team, id, name } = workload;
  return {
    app: name,
    'app.kubernetes.io/component': part,
    'app.kubernetes.io/instance': service,
    'app.kubernetes.io/managed-by': 'Helm',
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/part-of': service,
    ...(id !== undefined && { [KUBERNETES_ID]: id }),
    'helm.sh/chart': 'web-service-4.2.1',
    team,
  };
}

/** The labels of its pods. */
export function podLabelsOf(workload: SimulatedWorkload) {
  const { name, part, team, id, service } = workload;
  return {
    app: name,
    'app.kubernetes.io/component': part,
    'app.kubernetes.io/instance': service,
    'app.kubernetes.io/name': name,
    ...(id !== undefined && { [KUBERNETES_ID]: id }),
    team,
    version: 'v42',
  };
}

/** What tools write beside the labels, about as much as a chart does. */
export function annotationsOf({ service, namespace }: SimulatedWorkload) {
  return {
    'deployment.kubernetes.io/revision': '7',
    'meta.helm.sh/release-name': service,
    'meta.helm.sh/release-namespace': namespace,
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': '9102',
  };
}

/** Who owns which field, of an object that a chart made and its controller writes on. */
export function managedFieldsOf(labels: Record<string, string>): unknown[] {
  const owned = Object.fromEntries(
    Object.keys(labels).map(key => [`f:${key}`, {}]),
  );
  const metadata = { 'f:labels': owned };
  return [
    {
      manager: 'helm',
      operation: 'Update',
      apiVersion: 'apps/v1',
      time: '2026-03-02T08:15:30Z',
      fieldsType: 'FieldsV1',
      fieldsV1: {
        'f:metadata': { 'f:annotations': { '.': {} }, ...metadata },
        'f:spec': {
          'f:replicas': {},
          'f:template': {
            'f:metadata': metadata,
            'f:spec': {
              'f:containers': {
                'k:{"name":"app"}': {
                  '.': {},
                  'f:env': {},
                  'f:image': {},
                  'f:name': {},
                  'f:resources': {},
                },
              },
            },
          },
        },
      },
    },
    {
      manager: 'kube-controller-manager',
      operation: 'Update',
      subresource: 'status',
      apiVersion: 'apps/v1',
      time: '2026-03-02T08:16:02Z',
      fieldsType: 'FieldsV1',
      fieldsV1: { 'f:status': { 'f:conditions': {}, 'f:replicas': {} } },
    },
  ];
}

/** The spec of a pod, as a template has it and each pod again. */
export function podSpecOf(workload: SimulatedWorkload) {
  const { name, service, hasSidecar } = workload;
  const probe = {
    httpGet: { path: '/healthz', port: 8080, scheme: 'HTTP' },
    initialDelaySeconds: 5,
    periodSeconds: 10,
    failureThreshold: 3,
    timeoutSeconds: 1,
  };
  return {
    serviceAccountName: service,
    terminationGracePeriodSeconds: 30,
    containers: [
      {
        name: 'app',
        image: imageOf(workload),
        imagePullPolicy: 'IfNotPresent',
        env: [
          { name: 'LOG_LEVEL', value: 'info' },
          { name: 'SERVICE', value: name },
          { name: 'DATABASE_HOST', value: `${service}-db` },
        ],
        ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
        resources: {
          requests: { cpu: '100m', memory: '256Mi' },
          limits: { memory: '512Mi' },
        },
        readinessProbe: probe,
        livenessProbe: probe,
      },
      ...(hasSidecar
        ? [
            {
              name: 'proxy',
              image: 'registry.example.com/mesh/proxy:1.24.3',
              resources: { limits: { memory: '128Mi' } },
              readinessProbe: probe,
            },
          ]
        : []),
    ],
  };
}

export function imageOf({ service, part }: SimulatedWorkload): string {
  return `registry.example.com/${service}/${part}:v42`;
}
