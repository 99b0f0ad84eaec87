import { WatchedResource } from './watchedKinds';

/** Where the API server serves the objects of a kind: those of one namespace, or of all. */
export function pathOfResource(
  { group, version, plural }: WatchedResource,
  namespace?: string,
): string {
  const root = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
  return namespace === undefined
    ? `${root}/${plural}`
    : `${root}/namespaces/${encodeURIComponent(namespace)}/${plural}`;
}
