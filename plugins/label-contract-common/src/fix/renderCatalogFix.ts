import { EditAnnotationsFix } from './Fix';

/**
 * The part of a catalog file that a fix changes, as YAML. Every value is quoted, so that `no` and
 * `1.10` stay strings.
 *
 * @public
 */
export function renderCatalogFix(fix: EditAnnotationsFix): string {
  return [
    'metadata:',
    '  annotations:',
    ...Object.entries(fix.set).map(
      ([key, value]) => `    ${key}: ${JSON.stringify(value)}`,
    ),
    ...fix.remove.map(key => `    # remove ${key}`),
  ].join('\n');
}
