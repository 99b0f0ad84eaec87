import { WatchedKind } from '@portal-operations/plugin-label-contract-common';
import { JsonNode } from './JsonNode';

/** API group of each watched kind; empty for the core group. Other groups have kinds of the same name. */
export const groupsOfKinds: Readonly<Record<WatchedKind, string>> = {
  Deployment: 'apps',
  StatefulSet: 'apps',
  DaemonSet: 'apps',
  Rollout: 'argoproj.io',
  DeploymentConfig: 'apps.openshift.io',
  CronJob: 'batch',
  Job: 'batch',
  ReplicaSet: 'apps',
  ReplicationController: '',
  Pod: '',
  ControllerRevision: 'apps',
  Service: '',
  EndpointSlice: 'discovery.k8s.io',
  Ingress: 'networking.k8s.io',
  Route: 'route.openshift.io',
  HorizontalPodAutoscaler: 'autoscaling',
  Namespace: '',
  Node: '',
  Application: 'argoproj.io',
};

/** Whether an owner reference leads to an object that is watched. */
export function isWatchedOwner(owner: JsonNode): boolean {
  const kind = owner.at('kind').optionalText() ?? '';
  const [group, version] = (owner.at('apiVersion').optionalText() ?? '').split(
    '/',
  );
  return isWatched({ group: version === undefined ? '' : group, kind });
}

/** Whether objects of that group and kind are watched. */
export function isWatched(type: {
  readonly group: string;
  readonly kind: string;
}): boolean {
  return isWatchedKind(type.kind) && groupsOfKinds[type.kind] === type.group;
}

function isWatchedKind(kind: string): kind is WatchedKind {
  return Object.hasOwn(groupsOfKinds, kind);
}
