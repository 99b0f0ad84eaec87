import {
  CustomResourceType,
  DEFAULT_KUBERNETES_TAB_SETTINGS,
  KubernetesTabSettings,
} from '../gates/KubernetesTabSettings';
import { listAt, valueAt } from './valueAt';

/** The settings of an example that is a piece of `app-config.yaml`; else those without any. */
export function settingsOfExample(example: unknown): KubernetesTabSettings {
  const locators = valueAt(example, 'kubernetes', 'clusterLocatorMethods');
  return {
    ...DEFAULT_KUBERNETES_TAB_SETTINGS,
    objectTypes:
      listAt(example, 'kubernetes', 'objectTypes') ??
      DEFAULT_KUBERNETES_TAB_SETTINGS.objectTypes,
    customResources: customResourcesAt(example, 'kubernetes') ?? [],
    clusters: elementsOf(locators)
      .flatMap(locator => elementsOf(valueAt(locator, 'clusters')))
      .map(cluster => ({
        name: String(valueAt(cluster, 'name')),
        authProvider: String(valueAt(cluster, 'authProvider')),
        customResources: customResourcesAt(cluster),
      })),
  };
}

function customResourcesAt(
  value: unknown,
  ...path: string[]
): readonly CustomResourceType[] | undefined {
  const list = valueAt(value, ...path, 'customResources');
  return list === undefined
    ? undefined
    : elementsOf(list).map(customResourceOf);
}

function customResourceOf(resource: unknown): CustomResourceType {
  return {
    group: String(valueAt(resource, 'group')),
    apiVersion: String(valueAt(resource, 'apiVersion')),
    plural: String(valueAt(resource, 'plural')),
  };
}

function elementsOf(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : [];
}
