import { WatchedKind } from '../facts/Facts';
import { WorkloadKind } from '../facts/WorkloadFacts';
import { CustomResourceType } from './KubernetesTabSettings';

/** How the Kubernetes plugin asks for a kind, and what its tab does with it. */
export interface TabKind extends CustomResourceType {
  /** Its word in `kubernetes.objectTypes`; undefined where it can be a custom resource only. */
  readonly objectType?: string;
  /** Whether there is a row for each object of it, and pods in that row. */
  readonly draws: 'row-and-pods' | 'row' | 'nothing';
  /** Kinds that the pods of its row are found through, besides its own. */
  readonly podsThrough: readonly (WorkloadKind & WatchedKind)[];
}

/**
 * Every kind of workload, as the Kubernetes plugin knows it. A row stands in the tab for each
 * Deployment, StatefulSet, DaemonSet and CronJob, and for each custom resource of whatever kind; of the
 * latter only a Rollout has its pods in it. The tab finds pods by `ownerReferences`: through ReplicaSets
 * of a Deployment and a Rollout, through Jobs of a CronJob, directly of the others.
 * Source: `@backstage/plugin-kubernetes-react`, `Cluster`, `CustomResources`,
 * `getOwnedPodsThroughReplicaSets`, `getOwnedResources`.
 */
export const TAB_KINDS: Readonly<Record<WorkloadKind, TabKind>> = {
  Deployment: {
    objectType: 'deployments',
    group: 'apps',
    apiVersion: 'v1',
    plural: 'deployments',
    draws: 'row-and-pods',
    podsThrough: ['ReplicaSet', 'Pod'],
  },
  StatefulSet: {
    objectType: 'statefulsets',
    group: 'apps',
    apiVersion: 'v1',
    plural: 'statefulsets',
    draws: 'row-and-pods',
    podsThrough: ['Pod'],
  },
  DaemonSet: {
    objectType: 'daemonsets',
    group: 'apps',
    apiVersion: 'v1',
    plural: 'daemonsets',
    draws: 'row-and-pods',
    podsThrough: ['Pod'],
  },
  CronJob: {
    objectType: 'cronjobs',
    group: 'batch',
    apiVersion: 'v1',
    plural: 'cronjobs',
    draws: 'row-and-pods',
    podsThrough: ['Job', 'Pod'],
  },
  Rollout: {
    group: 'argoproj.io',
    apiVersion: 'v1alpha1',
    plural: 'rollouts',
    draws: 'row-and-pods',
    podsThrough: ['ReplicaSet', 'Pod'],
  },
  DeploymentConfig: {
    group: 'apps.openshift.io',
    apiVersion: 'v1',
    plural: 'deploymentconfigs',
    draws: 'row',
    podsThrough: [],
  },
  Job: {
    objectType: 'jobs',
    group: 'batch',
    apiVersion: 'v1',
    plural: 'jobs',
    draws: 'nothing',
    podsThrough: [],
  },
  ReplicaSet: {
    objectType: 'replicasets',
    group: 'apps',
    apiVersion: 'v1',
    plural: 'replicasets',
    draws: 'nothing',
    podsThrough: [],
  },
  ReplicationController: {
    group: '',
    apiVersion: 'v1',
    plural: 'replicationcontrollers',
    draws: 'nothing',
    podsThrough: [],
  },
  Pod: {
    objectType: 'pods',
    group: '',
    apiVersion: 'v1',
    plural: 'pods',
    draws: 'nothing',
    podsThrough: [],
  },
};

/** Whether a word is a kind of workload. */
export function isKindOfWorkload(
  kind: string | undefined,
): kind is WorkloadKind {
  return kind !== undefined && Object.hasOwn(TAB_KINDS, kind);
}
