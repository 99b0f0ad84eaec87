import { configApiRef, useApi } from '@backstage/core-plugin-api';

/** Anything else in a link would be a script, or a typing error. */
const ADDRESS = /^(https?:\/\/|\/(?!\/))/;

/**
 * Address that a key of the configuration holds: a path of the portal, or one of http or https; undefined where
 * it is not set, or is no address.
 */
export function useConfiguredAddress(key: string): string | undefined {
  const config = useApi(configApiRef);
  const address: unknown = config.getOptional(key);
  return typeof address === 'string' && ADDRESS.test(address)
    ? address
    : undefined;
}
