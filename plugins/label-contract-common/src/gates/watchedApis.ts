import { WatchedKind } from '../facts/Facts';
import { TAB_KINDS } from './tabKinds';

/** Where a kind is found in the API of Kubernetes, and in the configuration of its plugin. */
export interface WatchedApi {
  /** Empty for the core group. */
  readonly group: string;
  /** In lower case and plural, as RBAC names it. */
  readonly plural: string;
  /** Its word in `kubernetes.objectTypes`; undefined where it can be a custom resource only. */
  readonly objectType?: string;
  /** True where its objects live in no namespace, so that no Role can grant them. */
  readonly isClusterWide?: boolean;
}

/** Every kind that is watched. */
export const WATCHED_APIS: Readonly<Record<WatchedKind, WatchedApi>> = {
  ...TAB_KINDS,
  ControllerRevision: { group: 'apps', plural: 'controllerrevisions' },
  Service: { group: '', plural: 'services', objectType: 'services' },
  EndpointSlice: { group: 'discovery.k8s.io', plural: 'endpointslices' },
  Ingress: {
    group: 'networking.k8s.io',
    plural: 'ingresses',
    objectType: 'ingresses',
  },
  Route: { group: 'route.openshift.io', plural: 'routes' },
  HorizontalPodAutoscaler: {
    group: 'autoscaling',
    plural: 'horizontalpodautoscalers',
    objectType: 'horizontalpodautoscalers',
  },
  Namespace: { group: '', plural: 'namespaces', isClusterWide: true },
  Node: { group: '', plural: 'nodes', isClusterWide: true },
  Application: { group: 'argoproj.io', plural: 'applications' },
};

/**
 * Every kind that is watched, in an order that does not change.
 *
 * @public
 */
export const WATCHED_KINDS: readonly WatchedKind[] =
  Object.keys(WATCHED_APIS).filter(isWatchedKind);

function isWatchedKind(kind: string): kind is WatchedKind {
  return Object.hasOwn(WATCHED_APIS, kind);
}
