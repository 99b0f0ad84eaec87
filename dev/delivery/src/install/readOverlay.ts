import { parse, parseAllDocuments } from 'yaml';
import { textAt, valueAt } from '../check/valueAt';

/** What an overlay of `install/` says to a portal, read from what `kubectl kustomize` prints of it. */
export interface Overlay {
  /** Content of `dynamic-plugins.yaml`. */
  dynamicPlugins: unknown;
  /** Content of `app-config-rhdh.yaml`. */
  appConfig: unknown;
  /** Files of the catalog: name and content. */
  catalog: Record<string, string>;
}

/** Reads the ConfigMaps of a built overlay. Throws where one, or the key in it, is missing. */
export function readOverlay(built: string): Overlay {
  const objects = parseAllDocuments(built).map((document): unknown =>
    document.toJS(),
  );
  const dataOf = (name: string) => {
    const found = objects.find(
      object =>
        textAt(object, 'kind') === 'ConfigMap' &&
        textAt(object, 'metadata', 'name') === name,
    );
    if (!found) {
      throw new Error(`The overlay has no ConfigMap '${name}'`);
    }
    return valueAt(found, 'data');
  };
  const yamlOf = (name: string, key: string): unknown => {
    const text = textAt(dataOf(name), key);
    if (text === undefined) {
      throw new Error(`The ConfigMap '${name}' has no key '${key}'`);
    }
    return parse(text);
  };
  return {
    dynamicPlugins: yamlOf('dynamic-plugins-rhdh', 'dynamic-plugins.yaml'),
    appConfig: yamlOf('app-config-rhdh', 'app-config-rhdh.yaml'),
    catalog: Object.fromEntries(
      Object.entries(Object(dataOf('pre-built-catalog'))).map(
        ([name, text]) => [name, `${text}`],
      ),
    ),
  };
}
