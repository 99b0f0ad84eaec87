import {
  ControlledFacts,
  Labels,
  WorkloadFacts,
} from '@portal-operations/plugin-label-contract-common';
import { FleetWorkload } from '../fleet/Fleet';

/** Kinds that every API server has, and where it has them. */
export const SERVED: Readonly<Record<string, string>> = {
  Deployment: 'apis/apps/v1/deployments',
  StatefulSet: 'apis/apps/v1/statefulsets',
  DaemonSet: 'apis/apps/v1/daemonsets',
  ReplicaSet: 'apis/apps/v1/replicasets',
  CronJob: 'apis/batch/v1/cronjobs',
  Job: 'apis/batch/v1/jobs',
  Pod: 'api/v1/pods',
};

/** What the name of a Job ends with that a CronJob would make next. */
export const NEXT_RUN = '-next-run';

/** A label of its own, so that no controller takes what it has not made. */
const OF = 'corpus.example.com/of';

/**
 * The objects of a workload as manifests, with the labels that they have in the fleet and nothing
 * running: the API server is asked about labels only. A CronJob comes with the Job that it would make.
 */
export function manifestsOf(
  { top, below }: FleetWorkload,
  namespace: string,
): object[] {
  return [
    ...[top, ...below].flatMap(object => {
      const spec = specOf(object);
      return spec ? [manifest({ ...object, namespace, spec })] : [];
    }),
    ...(top.kind === 'CronJob'
      ? [
          manifest({
            kind: 'Job',
            name: `${top.name}${NEXT_RUN}`,
            namespace,
            labels: top.jobTemplateLabels,
            spec: jobSpec(top.templateLabels),
          }),
        ]
      : []),
  ];
}

function manifest(options: {
  kind: string;
  name: string;
  namespace: string;
  labels: Labels;
  spec: object;
}): object {
  const { kind, name, namespace, labels, spec } = options;
  const [root, ...group] = SERVED[kind].split('/').slice(0, -1);
  return {
    apiVersion: root === 'api' ? 'v1' : group.join('/'),
    kind,
    metadata: { name, namespace, labels },
    spec,
  };
}

/** Undefined for a kind that only some API servers have, or that nobody asks for. */
function specOf(object: WorkloadFacts | ControlledFacts): object | undefined {
  const selected = { [OF]: object.name };
  const common = { selector: { matchLabels: selected } };
  switch (object.kind) {
    case 'Deployment':
    case 'ReplicaSet':
      return {
        ...common,
        replicas: 0,
        template: template({ ...object.templateLabels, ...selected }),
      };
    case 'StatefulSet':
      return {
        ...common,
        serviceName: object.name,
        replicas: 0,
        template: template({ ...object.templateLabels, ...selected }),
      };
    case 'DaemonSet':
      return {
        ...common,
        template: template(
          { ...object.templateLabels, ...selected },
          { nodeSelector: { 'corpus.example.com/node': 'none' } },
        ),
      };
    case 'CronJob': {
      const { jobTemplateLabels: labels, templateLabels } = object;
      return {
        schedule: '0 0 1 1 *',
        suspend: true,
        jobTemplate: { metadata: { labels }, spec: jobSpec(templateLabels) },
      };
    }
    case 'Job':
      return jobSpec(object.templateLabels);
    case 'Pod':
      return template({}, { schedulingGates: [{ name: OF }] }).spec;
    case 'Rollout':
    case 'DeploymentConfig':
    case 'ReplicationController':
    case 'ControllerRevision':
      return undefined;
    default:
      return object satisfies never;
  }
}

function jobSpec(labels: Labels): object {
  return {
    suspend: true,
    template: template(labels, { restartPolicy: 'Never' }),
  };
}

function template(labels: Labels, more: object = {}) {
  return {
    metadata: { labels },
    spec: {
      containers: [{ name: 'main', image: 'example.com/none' }],
      ...more,
    },
  };
}
