import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Keys below `labelContract` that are known; none yet. */
const knownKeys: readonly string[] = [];

/**
 * Reads the plugin's own configuration, `labelContract`.
 *
 * @throws InputError with the path of a key that is not known: a setting that is silently without
 * effect is worse than a plugin that does not start.
 */
export function readLabelContractConfig(config: Config): void {
  const section = config.getOptionalConfig('labelContract');
  const unknown = section?.keys().find(key => !knownKeys.includes(key));
  if (unknown !== undefined) {
    throw new InputError(
      `labelContract.${unknown} is not known; known keys: ${
        knownKeys.join(', ') || 'none'
      }. Remove it from the configuration`,
    );
  }
}
