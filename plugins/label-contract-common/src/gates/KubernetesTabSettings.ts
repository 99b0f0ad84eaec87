/**
 * How the Kubernetes plugin chooses the clusters of an entity.
 * Source: `@backstage/plugin-kubernetes-backend`, `buildDefaultServiceLocator`.
 *
 * @public
 */
export const SERVICE_LOCATORS = [
  'multiTenant',
  'singleTenant',
  'catalogRelation',
] as const;

/**
 * One of {@link SERVICE_LOCATORS}.
 *
 * @public
 */
export type ServiceLocator = (typeof SERVICE_LOCATORS)[number];

/**
 * What the Kubernetes plugin asks for where `kubernetes.objectTypes` is not set.
 * Source: `@backstage/plugin-kubernetes-backend`, `KubernetesFanOutHandler`, `DEFAULT_OBJECTS`.
 *
 * @public
 */
export const DEFAULT_OBJECT_TYPES: readonly string[] = [
  'pods',
  'services',
  'configmaps',
  'limitranges',
  'resourcequotas',
  'deployments',
  'replicasets',
  'horizontalpodautoscalers',
  'jobs',
  'cronjobs',
  'ingresses',
  'statefulsets',
  'daemonsets',
];

/**
 * A kind that is asked for besides the object types.
 *
 * @public
 */
export interface CustomResourceType {
  readonly group: string;
  readonly apiVersion: string;
  readonly plural: string;
}

/**
 * One cluster that the Kubernetes plugin is configured with.
 *
 * @public
 */
export interface KubernetesTabCluster {
  readonly name: string;
  /** The plugin's word for the kind of credential, such as `serviceAccount`. */
  readonly authProvider: string;
  /** Whom a user signs in with, where the provider is `oidc`. */
  readonly oidcTokenProvider?: string;
  /** Asked for on this cluster in place of those of all clusters. */
  readonly customResources?: readonly CustomResourceType[];
}

/**
 * What decides in the Kubernetes plugin's configuration about what its tab shows.
 *
 * @public
 */
export interface KubernetesTabSettings {
  readonly serviceLocator: ServiceLocator;
  readonly objectTypes: readonly string[];
  readonly customResources: readonly CustomResourceType[];
  /** Clusters that the configuration lists by name. */
  readonly clusters: readonly KubernetesTabCluster[];
  /** True where others come from a locator that only the Kubernetes plugin can ask, such as `gke`. */
  readonly hasUnlistedClusters: boolean;
}

/**
 * What holds where nothing is configured. The Kubernetes plugin has no default for the locator and
 * does not start without one; all clusters are what every guide of it begins with.
 *
 * @public
 */
export const DEFAULT_KUBERNETES_TAB_SETTINGS: KubernetesTabSettings = {
  serviceLocator: 'multiTenant',
  objectTypes: DEFAULT_OBJECT_TYPES,
  customResources: [],
  clusters: [],
  hasUnlistedClusters: false,
};
