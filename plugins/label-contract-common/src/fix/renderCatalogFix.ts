import { EditAnnotationsFix, RelateClusterFix } from './Fix';
import { keyForYaml, toYaml } from './toYaml';

/**
 * The part of a catalog file that a fix changes, as YAML. Every value is quoted, so that `no` and
 * `1.10` stay strings.
 *
 * @public
 */
export function renderCatalogFix(
  fix: EditAnnotationsFix | RelateClusterFix,
): string {
  if (fix.kind === 'relate-cluster') {
    return toYaml({ spec: { dependsOn: [fix.resourceRef] } });
  }
  return [
    'metadata:',
    '  annotations:',
    ...Object.entries(fix.set).map(entry =>
      toYaml(Object.fromEntries([entry])).replace(/^/, '    '),
    ),
    ...fix.remove.map(key => `    # remove ${keyForYaml(key)}`),
  ].join('\n');
}
