import type { KubernetesObject } from '@kubernetes/client-node';
import { stringify } from 'yaml';
import { diffOfTexts } from './diffOfTexts';

/** Annotations that the API server, its controllers or kubectl keep. */
const KEPT_BY_OTHERS = new Set([
  'deployment.kubernetes.io/revision',
  'kubectl.kubernetes.io/last-applied-configuration',
]);

/**
 * The lines of an object's YAML that differ, with `-` and `+` in front and a few unchanged ones around,
 * as in `diff -u` without its heads. Empty where nothing differs but what the API server keeps by itself.
 */
export function diffOfObjects(
  before: KubernetesObject,
  after: KubernetesObject,
): string {
  return diffOfTexts(yamlOf(before), yamlOf(after));
}

/** Without what changes with every write, and with keys in a fixed order. */
function yamlOf({ apiVersion, kind, metadata, ...rest }: KubernetesObject) {
  const { name, namespace, labels, annotations } = metadata ?? {};
  const others = Object.entries(annotations ?? {}).filter(
    ([key]) => !KEPT_BY_OTHERS.has(key),
  );
  const shown = new Map<string, unknown>(Object.entries(rest));
  shown.delete('status');
  return stringify(
    {
      apiVersion,
      kind,
      metadata: {
        name,
        namespace,
        labels,
        annotations: others.length > 0 ? Object.fromEntries(others) : undefined,
      },
      ...Object.fromEntries(shown),
    },
    { sortMapEntries: true, lineWidth: 0 },
  );
}
