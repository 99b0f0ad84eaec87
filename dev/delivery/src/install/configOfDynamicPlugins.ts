import { keysAt, listAt, textAt, valueAt } from '../check/valueAt';

/** What Developer Hub's installer makes of the content of `dynamic-plugins.yaml`. */
export interface DynamicPluginsConfig {
  /** The `package` of each plugin that is installed, in order. */
  packages: string[];
  /** Their `pluginConfig`, merged: what the installer writes to `app-config.dynamic-plugins.yaml`. */
  config: Record<string, unknown>;
}

/**
 * Merges as the installer of Developer Hub does (`docker/install-dynamic-plugins.py` of version 1.9): objects key by key;
 * any other value, a list too, may be set twice only if it is the same. Throws where the installer stops.
 * The included defaults are not here to be merged.
 */
export function configOfDynamicPlugins(
  document: unknown,
): DynamicPluginsConfig {
  const enabled = listAt(document, 'plugins').filter(
    plugin => valueAt(plugin, 'disabled') !== true,
  );
  const config: Record<string, unknown> = {};
  for (const plugin of enabled) {
    mergeInto(config, valueAt(plugin, 'pluginConfig'), '');
  }
  return {
    packages: enabled.map(plugin => {
      const name = textAt(plugin, 'package');
      if (name === undefined) {
        throw new Error("A plugin in dynamic-plugins.yaml has no 'package'");
      }
      return name;
    }),
    config,
  };
}

function mergeInto(
  target: Record<string, unknown>,
  source: unknown,
  prefix: string,
): void {
  for (const key of keysAt(source)) {
    const value = valueAt(source, key);
    const existing = target[key];
    if (isObject(value)) {
      const node = isObject(existing) ? existing : {};
      target[key] = node;
      mergeInto(node, value, `${prefix}${key}.`);
    } else if (
      key in target &&
      JSON.stringify(existing) !== JSON.stringify(value)
    ) {
      throw new Error(
        `The plugins in dynamic-plugins.yaml set '${prefix}${key}' differently; the installer stops at that`,
      );
    } else {
      target[key] = value;
    }
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && !!value && !Array.isArray(value);
}
