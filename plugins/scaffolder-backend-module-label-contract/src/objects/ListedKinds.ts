import type {
  V1ConfigMap,
  V1CronJob,
  V1DaemonSet,
  V1Job,
  V1PersistentVolumeClaim,
  V1ReplicaSet,
  V1StatefulSet,
} from '@kubernetes/client-node';
import type { WrittenKinds } from './WrittenKinds';

/** The kinds that the actions list: those that they write, and others that a namespace may hold. */
export interface ListedKinds extends WrittenKinds {
  ConfigMap: V1ConfigMap;
  PersistentVolumeClaim: V1PersistentVolumeClaim;
  ReplicaSet: V1ReplicaSet;
  StatefulSet: V1StatefulSet;
  DaemonSet: V1DaemonSet;
  Job: V1Job;
  CronJob: V1CronJob;
}

/** Name of a kind that the actions list. */
export type ListedKind = keyof ListedKinds;
