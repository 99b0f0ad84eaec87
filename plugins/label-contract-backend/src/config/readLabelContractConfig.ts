import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** The plugin's own configuration. */
export interface LabelContractConfig {
  /** Whether what runs in a namespace is nobody's near miss. */
  isIgnoredNamespace(namespace: string): boolean;
}

const knownKeys: readonly string[] = ['ignoredNamespaces'];
const IGNORED_BY_DEFAULT = ['kube-*', 'openshift-*'];
const PATTERN = /^[a-z0-9*]([-a-z0-9*]*[a-z0-9*])?$/;

/**
 * Reads the plugin's own configuration, `labelContract`.
 *
 * @throws InputError with the path of a key that is not known or malformed: a setting that is silently
 * without effect is worse than a plugin that does not start.
 */
export function readLabelContractConfig(config: Config): LabelContractConfig {
  const section = config.getOptionalConfig('labelContract');
  const unknown = section?.keys().find(key => !knownKeys.includes(key));
  if (unknown !== undefined) {
    throw new InputError(
      `labelContract.${unknown} is not known; known keys: ${knownKeys.join(
        ', ',
      )}. Remove it from the configuration`,
    );
  }

  const patterns =
    section?.getOptionalStringArray('ignoredNamespaces') ?? IGNORED_BY_DEFAULT;
  const ignored = patterns.map(expressionOf);
  return {
    isIgnoredNamespace: namespace =>
      ignored.some(expression => expression.test(namespace)),
  };
}

function expressionOf(pattern: string, index: number): RegExp {
  if (!PATTERN.test(pattern)) {
    throw new InputError(
      `labelContract.ignoredNamespaces[${index}] is '${pattern}'; allowed is the name of a namespace, in which * stands for any characters`,
    );
  }
  return new RegExp(`^${pattern.replaceAll('*', '.*')}$`);
}
