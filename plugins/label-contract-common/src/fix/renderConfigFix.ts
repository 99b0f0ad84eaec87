import { EditConfigFix } from './Fix';
import { toYaml, YamlValue } from './toYaml';

/** Settings that are lists: a fix adds one element. */
const LISTS = [
  'kubernetes.objectTypes',
  'kubernetes.customResources',
  'kubernetes.clusterLocatorMethods',
  'labelContract.clusters',
];

/**
 * The part of `app-config.yaml` that a fix adds, as YAML.
 *
 * @public
 */
export function renderConfigFix({ path, value }: EditConfigFix): string {
  const added = LISTS.includes(path) ? [value] : value;
  return toYaml(
    path
      .split('.')
      .reduceRight<YamlValue>((inner, key) => ({ [key]: inner }), added),
  );
}
