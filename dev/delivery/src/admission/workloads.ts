import { stringify } from 'yaml';

const KUBERNETES_ID = 'backstage.io/kubernetes-id';

/** The values of the contract label on the levels of a workload; a level that is left out has none. */
export interface Levels {
  object?: string;
  podTemplate?: string;
  jobTemplate?: string;
}

/** A workload to send to the API server. */
export interface Workload {
  /** Where objects of its kind are created, below the address of the API server. */
  collection: string;
  manifest: Manifest;
}

interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace: string;
    labels: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: object[];
  };
  spec: object;
}

/** What {@link aWorkload} makes. */
export interface WorkloadOptions {
  kind: keyof typeof kinds;
  name?: string;
  namespace?: string;
  levels: Levels;
  annotations?: Record<string, string>;
  ownerReferences?: object[];
}

const labelled = (id: string | undefined): Record<string, string> =>
  id === undefined ? {} : { [KUBERNETES_ID]: id };

const podSpec = { containers: [{ name: 'main', image: 'example/app:1' }] };

const podTemplate = (id: string | undefined, spec: object = podSpec) => ({
  metadata: { labels: { app: 'a', ...labelled(id) } },
  spec,
});

const selected = (id: string | undefined) => ({
  selector: { matchLabels: { app: 'a' } },
  template: podTemplate(id),
});

const jobPodSpec = { ...podSpec, restartPolicy: 'Never' };

const kinds = {
  Deployment: {
    path: 'apis/apps/v1',
    plural: 'deployments',
    spec: (levels: Levels): object => selected(levels.podTemplate),
  },
  ReplicaSet: {
    path: 'apis/apps/v1',
    plural: 'replicasets',
    spec: (levels: Levels): object => selected(levels.podTemplate),
  },
  StatefulSet: {
    path: 'apis/apps/v1',
    plural: 'statefulsets',
    spec: (levels: Levels): object => ({
      ...selected(levels.podTemplate),
      serviceName: 'a',
    }),
  },
  DaemonSet: {
    path: 'apis/apps/v1',
    plural: 'daemonsets',
    spec: (levels: Levels): object => selected(levels.podTemplate),
  },
  Job: {
    path: 'apis/batch/v1',
    plural: 'jobs',
    spec: (levels: Levels): object => ({
      template: podTemplate(levels.podTemplate, jobPodSpec),
    }),
  },
  CronJob: {
    path: 'apis/batch/v1',
    plural: 'cronjobs',
    spec: (levels: Levels): object => ({
      schedule: '0 0 1 1 *',
      jobTemplate: {
        metadata: { labels: labelled(levels.jobTemplate) },
        spec: { template: podTemplate(levels.podTemplate, jobPodSpec) },
      },
    }),
  },
  Pod: {
    path: 'api/v1',
    plural: 'pods',
    spec: (): object => podSpec,
  },
  Rollout: {
    path: 'apis/argoproj.io/v1alpha1',
    plural: 'rollouts',
    spec: (levels: Levels): object => selected(levels.podTemplate),
  },
  DeploymentConfig: {
    path: 'apis/apps.openshift.io/v1',
    plural: 'deploymentconfigs',
    spec: (levels: Levels): object => ({
      selector: { app: 'a' },
      template: podTemplate(levels.podTemplate),
    }),
  },
};

/** A workload of that kind with the contract label where `levels` say so. */
export function aWorkload(options: WorkloadOptions): Workload {
  const { kind, name = 'a', namespace = 'shop', levels } = options;
  const { path, plural, spec } = kinds[kind];
  return {
    collection: `/${path}/namespaces/${namespace}/${plural}`,
    manifest: {
      apiVersion: path.replace(/^apis?\//, ''),
      kind,
      metadata: {
        name,
        namespace,
        labels: { app: 'a', ...labelled(levels.object) },
        annotations: options.annotations,
        ownerReferences: options.ownerReferences,
      },
      spec: spec(levels),
    },
  };
}

/** CustomResourceDefinitions for the kinds above that Kubernetes itself does not have; they take any content. */
export function definitionsOfForeignKinds(): string {
  const foreign = [
    { group: 'argoproj.io', version: 'v1alpha1', kind: 'Rollout' },
    { group: 'apps.openshift.io', version: 'v1', kind: 'DeploymentConfig' },
  ];
  return foreign
    .map(({ group, version, kind }) => {
      const plural = `${kind.toLowerCase()}s`;
      return stringify({
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: `${plural}.${group}` },
        spec: {
          group,
          names: { kind, plural },
          scope: 'Namespaced',
          versions: [
            {
              name: version,
              served: true,
              storage: true,
              schema: {
                openAPIV3Schema: {
                  type: 'object',
                  'x-kubernetes-preserve-unknown-fields': true,
                },
              },
            },
          ],
        },
      });
    })
    .join('---\n');
}
